# L’écriture des tailles et des lieux, et le choix de la langue.

place = { $city }, { $country }
size-kb = { $size } ko
size-mb = { $size } Mo
switch-label = Langue
