# How sizes and places are written, and the switch between languages.

place = { $city }, { $country }
size-kb = { $size } kB
size-mb = { $size } MB
switch-label = Language
