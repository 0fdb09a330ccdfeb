# What our mail says. Plain text; the site's texts are in ja.ftl.

mail-received-subject = 「{ $title }」を受け取りました
mail-received =
    { $name }さん、こんにちは。

    ありがとうございます。{ $showcase }に送っていただいたものを受け取りました。自動処理が確認したあと、編集者が{ $days }日以内にお返事します。

    投稿の状況: { $address }
    このリンクは、ほかの人に教えないでください。リンクを知っている人は誰でも、送っていただいたものを見たり、変更したりできます。
    { $text }
    メッセージをお送りいただいたことで、これをサイトとフィードに掲載する許可をいただいたものとします。そのつもりでなかった場合、またはほかの人があなたのアドレスを使った場合は、このメールに返信してください。

mail-unavailable-subject = 「{ $title }」はまだ掲載できません
mail-unavailable =
    { $name }さん、こんにちは。

    { $text }

    直したら、こちらで「もう一度試す」を押してください: { $address }

mail-accepted-subject = 「{ $title }」を公開しました
mail-accepted =
    { $name }さん、こんにちは。

    ありがとうございます。公開しました: { $text }

    あなた専用のページ: { $address }
    間違いがありましたら、このメールに返信してください。

mail-declined-subject = 「{ $title }」は、今回は見送りました
mail-declined =
    { $name }さん、こんにちは。

    { $showcase }の編集者が読み、今回は見送りました。理由は次のとおりです:

    { $text }

    あなた専用のページ: { $address }
    内容を変えて、いつでももう一度送っていただけます。

mail-link-subject = 「{ $title }」のリンクが変わりました
mail-link =
    { $name }さん、こんにちは。

    { $text }

    あなた専用のページ: { $address }
    数日かけて何度か確認してから、お知らせしています。間違いがありましたら、このメールに返信してください。

mail-link-alive = お送りいただいたリンクが、また使えるようになりました: { $address }
mail-link-moved = お送りいただいたリンクが、別のアドレスに完全に移りました。編集者が確認します: { $address }
mail-link-embedding-off = この動画は、ほかのサイトで表示できなくなりました: { $address } 埋め込みをもう一度許可していただければ、これまでどおり掲載します。
mail-link-private = これは、所有者しか開けなくなりました: { $address } もう一度、公開または限定公開にしていただければ、これまでどおり掲載します。
mail-link-gone = お送りいただいたリンクの先には、もう何もありません: { $address } 別の場所に移っている場合は、もう一度送ってください。
mail-link-blocked = こちらのサーバーからは、ここを開けなくなりました: { $address } あなたの環境で開ければ、何もしていただく必要はありません。
mail-link-marked = 掲載にも、必要な箇所にその旨を記してあります: { $address }
mail-link-withdrawn = ほかに見せるものが残っていないため、ページは今のところサイトから外れています。リンクがまた使えるようになれば、自動で元に戻ります: { $address }
mail-link-restored = ページは元に戻りました: { $address }
mail-taken-off-subject = 「{ $title }」をサイトから外しました
mail-taken-off =
    { $name }さん、こんにちは。

    { $showcase }の編集者が「{ $title }」をサイトから外しました。理由は次のとおりです:

    { $text }

    あなた専用のページ: { $address }
    ご意見が異なる場合は、このメールに返信してください。

mail-joined-subject = 「{ $title }」はすでに届いています
mail-joined =
    { $name }さん、こんにちは。

    ありがとうございます。先に同じものを{ $showcase }に送ってくださった方がいます。{ $text }

    あなたの文章は保管してあり、編集者がその方の文章と並べて読みます。あなた専用のページ: { $address }
    別のものでしたら、このメールに返信してください。

mail-empty-subject = メールに、掲載できるものがありませんでした
mail-empty =
    { $name }さん、こんにちは。

    { $showcase }へのメールには、あなたの文章もリンクもありませんでした。引用された部分は対象になりません。また、メールではファイルを受け取れません。

    集まりの動画や写真へのリンクか、何を取り上げたかを数文で送ってください。フォームもお使いいただけます: { $address }

mail-sign-in-subject = { $showcase }の編集デスクへのログイン用リンク
mail-sign-in =
    このリンクで、30分以内に1回だけログインできます:

    { $address }

    心当たりがない場合は、そのままにしておいてください。このリンクがなければ、誰も入れません。

mail-nobody = 匿名
mail-remark-cut = あなたの文章は{ $count }文字を超えています。編集者が読むのは最初の{ $count }文字です。メールの全文は保管してあります。
mail-remark-attachments = 一緒に届いた{ $count }個のファイルは、メールとともに保管しますが、掲載はしません。動画、写真、音声はウェブで見つかる場所に置いて、そのリンクを送ってください。

mail-removal-subject = 「{ $title }」を外してほしいという依頼
mail-removal =
    「{ $title }」に出ている方が、{ $showcase } での掲載を望んでいません。

    依頼の内容、掲載がいまサイトから外れているかどうか、できることは、こちらです: { $address }

mail-notice-received-subject = ご連絡を受け取りました
mail-notice-received =
    { $name } さん

    ありがとうございます。{ $showcase } へのご連絡が届きました。編集者が { $days } 日以内にお返事します。

    いまの状況: { $address }
    このリンクは、ほかの人に見せないでください。だれかがあなたのアドレスを使ったのであれば、このメールに返信してください。

mail-notice-settled-subject = ご連絡いただいた件について
mail-notice-settled =
    { $name } さん

    { $showcase } の編集者が、ご連絡を確かめました。{ $text }

    あなたのページ: { $address }
    違うと思われる場合は、このメールに返信してください。
