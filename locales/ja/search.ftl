# Search: the field, what it found, and a way on where it found nothing.

nav-search = 検索
search-title = 検索
search-title-of = 「{ $question }」の検索
search-label = 集まり、人、グループ、場所を探す
search-hint = すべての語を含むものを探します。最後の語は、始まりの部分だけでもかまいません。
search-button = 検索する
search-description = { $name }の集まり、人、グループ、場所
search-choices = 種類、国、言語、年を選ぶ
search-kind = 種類
search-country = 国
search-language = 言語
search-year = 年
search-any-kind = すべての種類
search-any-country = すべての国
search-any-language = すべての言語
search-any-year = すべての年
search-kind-video = 動画
search-kind-photos = 写真
search-kind-audio = 音声
search-kind-article = 記事
search-kind-report = レポート
search-kind-group = グループ
search-newest = { $entries ->
    [1] これまでに掲載1件。
   *[other] 掲載全{ $entries }件、新しい順。
  }
search-found-entries = 掲載{ $entries }件。
search-found-groups = { $groups }グループ。
search-found = { $entries ->
    [0] 掲載なし
   *[other] 掲載{ $entries }件
  }、{ $groups }グループ。
search-none = まだ何もありません。
search-none-of = 「{ $question }」では、まだ何も見つかりません。
search-some = これらの語をすべて含むものはありません。一部を含むものを示します。
search-said = 話の内容:
search-all-groups = { $count }グループをすべて見る
search-everything = 選んだものに限らず、すべてから探す
search-groups = 名簿でグループを探す
search-send = 載っていない集まりをご存じですか？　投稿する
search-pages = ページ
search-page = { $pages }ページ中{ $page }ページ目
search-before = 新しい検索結果
search-behind = 次の検索結果
step-index = 検索のための語を書き留めています
