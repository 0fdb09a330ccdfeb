# What an import says, on the command line and on the desk. One idea a line.

# The command's report.
import-progress = { $total }行中{ $done }行
import-row-mended = { $row }行目、{ $title }: { $why }
import-row-many = { $count }件: { $why }
import-row-waiting = 確認待ち: { $row }行目、{ $title }: { $why }
import-row-joined = まとめ済み: { $row }行目、{ $title }: { $why }
import-row-refused = 却下: { $row }行目、{ $title }: { $why }
import-total = 全{ $total }行: 採用{ $taken }行、編集者の確認待ち{ $waiting }行、まとめ済み{ $joined }行、却下{ $refused }行、前回までに処理済み{ $known }行。
import-total-waiting = 全{ $total }行: /desk/imports で編集者の確認待ち{ $waiting }行、採用{ $taken }行、まとめ済み{ $joined }行、却下{ $refused }行、前回までに処理済み{ $known }行。

# Words for a talk that pyvideo has none of; only what is known is said.
import-talk = { $event }でのトークです。説明はまだありません。
import-talk-people = { $event }での、{ $people }によるトークです。説明はまだありません。
import-talk-day = { $event }でのトークです（{ $day }収録）。説明はまだありません。
import-talk-people-day = { $event }での、{ $people }によるトークです（{ $day }収録）。説明はまだありません。
import-related = 関連リンク:

# The desk.
desk-imports = { $count ->
    [0] インポート
   *[other] インポート: { $count }行が確認待ち
}
imports-title = インポート
imports-lead = 誰かが持ち込んだリストです。編集者が採用するまで、その中身は何も表示されません。
imports-none = まだ何もインポートされていません。
imports-open = 途中で終わったか、まだ実行中です。同じコマンドをもう一度実行すると、続きから再開します。
import-kind-roster = グループ
import-kind-pyvideo = トーク
import-kind-opml = 情報源
import-rows = { $count }行
import-outcomes = 結果別の行
import-outcome-all = すべて
import-outcome-waiting = 確認待ち
import-outcome-taken = 採用
import-outcome-joined = まとめ済み
import-outcome-refused = 却下
import-none = ここに行はありません。
import-open = 開く
import-take = チェックしたものを採用
import-take-all = このページのすべてを採用
import-take-lead = 採用したものは、決定した編集者であるあなたの名前で表示されます。
import-took = { $count }行を採用したか、まとめました。
import-pages = ページ
import-earlier = 前の行
import-later = 次の行
import-page = { $pages }ページ中{ $page }ページ目

# Why a row is refused.
import-row-empty = 行が空です
import-row-unreadable = 読み取れません（{ $about }）
import-row-too-large = { $about } MiBを超えています
import-name-missing = 名前がなく、ウェブサイト（{ $about }）からも分かりません
import-name-too-long = 名前が長すぎます: { $about }
import-country-unknown = 「{ $about }」はISO 3166の国ではありません
import-links-none = リンクがありません
import-links-refused = 掲載できるリンクが1つもありません。最後のもの: { $about }
import-address-missing = { $about }にはアドレスがありません
import-address-refused = 問い合わせのできないアドレスです: { $about }
import-declined = 編集者が見送りました: { $about }

# Why a row is joined.
import-same-row = リストに2度あります。同じもの: { $about }
import-same-name = { $about }と名前と場所が同じです
import-same-website = { $about }とウェブサイトが同じです
import-same-link = { $about }とリンクが同じです
import-same-address = { $about }としてすでにあります
import-listed-before = { $about }はすでに名簿にあります

# What was mended or left out.
import-name-by-website = ウェブサイトから名前を付けました: { $about }
import-name-mended = 名前を直しました。元の表記: { $about }
import-defunct-in-words = もう集まっていないと文章にあります: { $about }
import-country-mended = 国を直しました。元の表記: { $about }
import-website-mended = ウェブサイトを直しました。元の表記: { $about }
import-website-more = 2つ目のウェブサイトは省きました: { $about }
import-website-mail = メールアドレスはウェブサイトではありません
import-website-unreadable = ウェブサイトではありません: { $about }
import-kind-unknown = 不明な種類です: { $about }
import-place-of-no-city = 都市のない座標は、国の中心か推測なので、省きました: { $about }
import-place-unreadable = 座標ではありません: { $about }
import-writing-mended = UTF-8ではないバイト列を、Windowsの文字コードとして読み取りました: { $about }
import-column-unknown = 不明な列に値があります: { $about }
import-value-unknown = 「はい」でも「いいえ」でもありません: { $about }
import-words-cut = 長すぎるため、途中で切りました { $about }
import-field-mended = フィールドを直しました。元の表記: 「{ $about }」
import-field-unreadable = フィールド{ $about }を読み取れません
import-title-missing = タイトルがありません
import-event-missing = イベントの名前がありません: { $about }
import-words-missing = 説明がありません。誰が、どこで、いつを示す簡単な文で代えています
import-day-unreadable = 収録日ではありません: { $about }
import-duration-unlikely = 秒数で表した長さではありません: { $about }
import-language-unknown = 不明な言語です: { $about }
import-licence-unknown = 不明なライセンスのため、すべての権利を留保とします: { $about }
import-people-unnamed = 人の名前ではありません: { $about }
import-link-refused = 読み取れないリンクです: { $about }
import-link-many = 多くのものへのリンクです: { $about }
import-link-dead = サービスが完全に終了しています: { $about }
import-link-expired = 数時間だけ有効な署名付きリンクでした: { $about }
import-link-shared = このファイルは別のトークにも使われています: { $about }
import-related-left-out = 関連ページがウェブのアドレスではありません: { $about }
import-faults = 文章に編集者の手直しが必要です: { $about }
