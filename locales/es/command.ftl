# What the command line says. One idea a line; the site's texts are in site.ftl.

demo-start = Una vitrina con publicaciones de ejemplo, sobre una base de datos vacía en { $folder }.
demo-replay = 1. El sustituto de los proveedores escucha en { $url } (no se consulta nada fuera de esta máquina).
demo-service = 2. pugcast sirve { $url }
demo-sent = 3. Enviado: { $submissions } envíos con { $links } enlaces, de grupos de { $countries } países; uno con una grabación por el formulario, uno por la vía de los programas, uno por correo y uno desde la línea de comandos.
demo-jobs = 4. Los procesos consultan a los proveedores, traen las imágenes y preparan los borradores:
demo-progress =    { $done } de { $all } listos
demo-state =    { $count } { $state }
demo-taken =    De lo que proponen un pódcast y una revista, la redacción acepta { $count }; los procesos revisan cada uno:
demo-decided = 5. La redacción decidió: { $accepted } aceptados, { $declined } rechazados con un motivo.
demo-subscribed =    Se suscribió a { $sources } fuentes, que contienen { $things } elementos; lo que llegue se le presentará.
demo-voices =    { $count } personas que organizan grupos grabaron una postal cada una; la vuelta al mundo de este mes las une.
demo-feed = 6. El feed { $url } contiene { $items } publicaciones, { $pictures } de sus imágenes responden, y está bien formado.
demo-podcast =    El pódcast { $url } contiene { $episodes } de ellas, y lo que en él es nuestro se puede oír.
demo-took = Todo está en orden tras { $seconds } s.
demo-look = Mira: { $url }
demo-desk = Decide tú (este enlace funciona una sola vez, durante un día): { $url }
demo-stop = Ctrl-C lo detiene y borra la carpeta.
demo-port = { $address } está en uso; se toma en su lugar un puerto libre.

export-progress = { $total } archivos, { $written } de ellos nuevos o cambiados
export-done = { $folder }: { $total } archivos, { $written } nuevos o cambiados, { $removed } eliminados.
export-failed = no se pudo crear: { $about }
export-no-url = PUGCAST_URL no está definida: los feeds y las vistas previas nombran { $url }, donde nadie más los encuentra.
