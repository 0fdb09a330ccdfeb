# What the command line says. One idea a line; the site's texts are in ja.ftl.

demo-start = { $folder } の空のデータベースに、見本の掲載を並べたショーケースを作ります。
demo-replay = 1. 提供元の代役が { $url } で待ち受けています（このマシンの外には何も問い合わせません）。
demo-service = 2. pugcastの公開先: { $url }
demo-sent = 3. 送信: { $countries }か国のグループから、投稿{ $submissions }件、リンク{ $links }個。フォームからの録音付き、プログラム用の入口、メール、コマンドラインからのものが1件ずつあります。
demo-jobs = 4. 自動処理が、提供元への問い合わせ、画像の取得、下書きの作成をします:
demo-progress =    { $all }件中{ $done }件が完了
demo-state =    { $state }: { $count }件
demo-taken =    番組とジャーナルの候補から、編集者が{ $count }件を採用し、自動処理がそれぞれを確認します:
demo-decided = 5. 編集者の判断: 採用{ $accepted }件、理由を添えた見送り{ $declined }件。
demo-subscribed =    編集者は{ $sources }件の情報源を購読しました。中身は{ $things }件です。これから届くものは、編集者の前に並びます。
demo-voices =    { $count }人の主催者が、声のはがきを1枚ずつ吹き込みました。今月のワールドツアーが、それをつなげます。
demo-feed = 6. フィード { $url } には掲載が{ $items }件あり、画像は{ $pictures }点が取得でき、形式も正しくできています。
demo-podcast =    ポッドキャスト { $url } にはそのうち{ $episodes }件があり、こちらで用意した音声は聞くことができます。
demo-took = すべて順調です。{ $seconds }秒かかりました。
demo-look = ご覧ください: { $url }
demo-desk = ご自分で判断してみてください（このリンクは1日以内に1回だけ使えます）: { $url }
demo-stop = Ctrl-Cで停止し、フォルダーを削除します。
demo-port = { $address } は使用中のため、代わりに空いているポートを使います。

export-progress = { $total }個のファイル、うち新規または変更{ $written }個
export-done = { $folder }: { $total }個のファイル、新規または変更{ $written }個、削除{ $removed }個。
export-failed = 作成できませんでした: { $about }
export-no-url = PUGCAST_URLが設定されていません。フィードとプレビューは{ $url }を指しますが、ほかの人はそこを開けません。
