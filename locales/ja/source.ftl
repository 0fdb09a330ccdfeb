## Sources on the desk

source-add = 情報源を購読する
source-add-lead = 相手のサーバーの希望に合わせて、無理のない間隔で繰り返し問い合わせます。すでにあるものは、あなたが選ぶのを待ちます。これから届くものは、編集者の前に並びます。
field-source = リンク
hint-source = 番組のフィード、グループのブログ、ジャーナルのOAIアドレス（必要ならsetも）、YouTubeのチャンネルや再生リスト、Flickrのユーザーやアルバム。
field-source_title = ここでの名前
hint-source_title = 空欄にすると、元の名前を使います（こちらで表示してよい場合）。
field-source_group = どのグループのものか
hint-source_group = 名簿にあるグループのアドレス（pyibadanなど）。1つのグループのものでなければ、空欄にしてください。
field-source_words = 探すことば
hint-source_words = 1行に1つずつ。いずれかを含むものだけが、編集者の前に並びます。何も入力しない場合は、グループ自身の情報源ならすべてが、ほかの番組やジャーナルならグループに触れているものが並びます。
field-interval = 頻度
source-every-usual = 6時間ごと
source-every = { $hours ->
    [1] 1時間ごと
    [24] 1日1回
    [168] 週1回
   *[other] { $hours }時間ごと
  }
source-subscribe = 購読する
proposals-take-all = すべて採用
source-see = 購読を見る
source-make = 購読する
source-terms = 購読
save-terms = 保存する
source-look = 今すぐ問い合わせる
source-end = 購読をやめる
source-page = 元のページ
source-owner = 所有者
source-kind-podcast = 番組
source-kind-journal = ジャーナル
source-kind-blog = ブログ
source-kind-youtube = YouTube
source-kind-flickr = Flickr
source-kind-page = 問い合わせ前
source-unsubscribed = 購読していません。
source-new = 購読しています。まだ問い合わせていません。
source-well = 前回の問い合わせ: { $at }
source-failing = 正しい応答がありませんでした。まもなくもう一度問い合わせます。
source-broken = { $at }以降、失敗が続いています。問い合わせは1日1回です。アドレスを確認してください。
source-ended = { $at }に終わりました。
source-next = 次回: { $at }
source-items = { $count ->
    [0] 中身はまだ分かっていません
   *[other] { $count }件あります
  }
source-items-taken = { $count ->
    [0] まだ1件も採用していません。
   *[other] { $count }件を採用しました。
  }
source-event-subscribed = 購読を始めました
source-event-ended = 終了しました
source-event-moved = 完全に移転しました
source-event-broken = 失敗が続きました
source-event-mended = 応答が回復しました
source-event-trusted = 信頼しました
source-event-distrusted = 信頼を取り消しました
source-event-listed = インポートで追加されました
source-event-moved-nowhere = アドレスではないものへ完全に移転しました
source-event-edit-taken = 変更を取り入れました
source-event-edit-left = 変更を取り入れませんでした
source-event-leave-yes = 所有者が許可しました
source-event-leave-no = 所有者が許可しませんでした
quota-youtube = YouTubeのAPI: 今日の残りは、{ $most }ユニット中{ $left }ユニットです。
quota-flickr = FlickrのAPI: この1時間の残りは、{ $most }回中{ $left }回です。
trust-title = 信頼
trust-none = 誰も信頼していません。1件ずつ、編集者の確認を待ちます。
trust-until = が{ $at }まで信頼しています。届いたものは、この決定にもとづいて公開されます。
trust-grant = 1年間信頼する
trust-revoke = 信頼を取り消す
review-trusted = 情報源に対する{ $editor }の信頼（{ $at }）にもとづいて公開されました。
trust-words = 文章は提供元のものです。誰が信頼していても、編集者が1件ずつ確認します。
edits-title = 情報源で変更されたもの
edit-ours = ここの内容
edit-theirs = 情報源の今の内容
edit-in-review = 編集者の確認待ち
edit-take = 変更を取り入れる
edit-leave = ここの内容のままにする
edit-gone-there = 情報源では、削除済みとされています。
desk-sources-broken = 失敗が続いている情報源
error-source-single = 「{ $about }」は1つの動画または写真です。フォームから送ってください。情報源にできるのは、多くの動画や写真を含むものです。
error-group-unlisted = アドレスが「{ $about }」のグループは、名簿にありません。
error-interval-odd = 15分から30日までの間にしてください。
error-trust-unsubscribed = 「{ $about }」は購読していないため、信頼の対象がありません。
error-trust-words = 「{ $about }」の文章は提供元のものです。編集者が1件ずつ確認します。
error-edit-gone = 「{ $about }」は公開されておらず、確認待ちでもありません。

mail-source-broken-subject = { $title }: 失敗が続いています
mail-source-broken =
    { $showcase }のために購読していただいた{ $title }への問い合わせが、5回続けて失敗しました。直近の失敗:

    { $detail }

    これからは、1日1回問い合わせます。詳しくはこちら: { $address }
mail-source-ended-subject = { $title }: 終了しました
mail-source-ended =
    { $showcase }のために購読していただいた{ $title }は、サーバーによると、完全になくなりました（{ $detail }）。これまでに届いたものは残ります。詳しくはこちら: { $address }
