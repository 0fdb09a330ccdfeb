# 大きさと場所の書き方、言語の切り替え。

place = { $city }({ $country })
size-kb = { $size } kB
size-mb = { $size } MB
switch-label = 言語
