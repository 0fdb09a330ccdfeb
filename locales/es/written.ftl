# Cómo se escriben tamaños y lugares, y el cambio de idioma.

place = { $city }, { $country }
size-kb = { $size } kB
size-mb = { $size } MB
switch-label = Idioma
