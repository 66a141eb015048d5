"""Benign mail in Spanish: what campaigns, newsrooms, NGOs and their staff really get and send."""

from __future__ import annotations

from training.synth.schema import (
    BOUNCE,
    BULK,
    DIGEST,
    FORWARD,
    IMAGE,
    LIST,
    NOTICE,
    PERSONAL,
    PLAIN,
    REPLY,
    Book,
    Kind,
)

_GIFTS = (
    "5 €",
    "10 €",
    "20 euros",
    "15 €",
    "50 €",
)
_CAUSAS = (
    "vivienda digna",
    "la escuela pública",
    "la sanidad",
    "ríos limpios",
    "transporte barato",
    "la libertad de prensa",
    "salarios justos",
    "las guarderías",
    "la democracia",
)
_COSAS = (
    "el folleto",
    "el presupuesto",
    "el viaje a $city",
    "la lista de prensa",
    "la junta",
    "la web",
    "la memoria anual",
    "la traducción",
)

BOOK = Book(
    lang="es",
    kinds=(
        Kind(
            id="donacion-plazo",
            label="clean",
            sender="org",
            subjects=(
                "{URGENTE: |}{quedan|solo quedan} $hours horas",
                "$first, {¿contamos contigo?|te necesitamos hoy}",
                "{ÚLTIMA OPORTUNIDAD|Último aviso} {del mes|antes de las elecciones}",
                "{Tu donación|Cada euro} vale el doble",
                "{Vamos por detrás|Aún no llegamos}",
                "{No suelo pedirlo|Seré sincero}",
                "{¡Gracias!|¡Casi!} {Un paso más|Una cosa}",
                "$small por $causa",
            ),
            body=(
                (
                    (
                        "{El plazo|La campaña de donaciones} termina {hoy a medianoche|en $hours horas} y {nos "
                        "faltan $amount|no llegamos al objetivo}. {Ellos tienen grandes fortunas; nosotros, a "
                        "ti.|La donación media es de $small.}"
                    ),
                    (
                        "{Buenas noticias|Qué alegría}: hasta el $weekday cada donación se {duplica|iguala gracias "
                        "a un grupo de socios}.{ Tus $small se convierten en mucho más para $causa.|}"
                    ),
                    (
                        "{Te escribo en persona|Voy al grano}: sin {pequeñas donaciones|tu ayuda} tendremos que "
                        "{cerrar la sede de $city|parar la campaña de calle}."
                    ),
                ),
                (
                    "{Dona ahora|Aporta hoy} $small{ o lo que puedas|}. {Es un minuto.|Desgrava.}",
                    "{Si no puedes, reenvía este correo.|Todo suma.}",
                ),
            ),
            names=(
                "$org",
                "$org",
                "$me",
                "$mefirst ($org)",
                "$me, $org",
            ),
            calls=("{DONAR AHORA|Dono $small|Duplicar mi donación|Sí, ayudo}",),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            greetings=(),
            words={
                "small": _GIFTS,
                "causa": _CAUSAS,
            },
            weight=2.0,
        ),
        Kind(
            id="boletin-campana",
            label="clean",
            sender="org",
            subjects=(
                "{Boletín|Carta} de $month",
                "{La semana|Todo} en campaña",
                "{Noticias de|Saludos desde} $city",
                "{Agenda|Acto}: {mitin|encuentro} el $weekday",
                "{Nuestro plan|Propuesta} para $causa",
                "{Resumen|Crónica} {del congreso|de la gira}",
                "{Lo que hemos|Qué hemos} conseguido",
            ),
            body=(
                (
                    (
                        "{¡Menuda semana!|Amigas y amigos:} {esto es lo que hicimos|aquí va el resumen}: $causa, "
                        "{nueva sede en $city|votación en el pleno} y {mucha calle|más actos}."
                    ),
                    (
                        "{El $weekday|Esta semana} presentamos {el plan|la propuesta} para $causa. {La escribimos "
                        "con maestras y enfermeros.|El texto completo está en la web.}"
                    ),
                ),
                (
                    (
                        "{El $soon a las $time|El próximo $weekday} {nos vemos|hay encuentro abierto} en $city. "
                        "{Trae a alguien.|¡Ven!}"
                    ),
                ),
            ),
            names=(
                "$org",
                "$org",
                "$me",
                "$mefirst ($org)",
                "$me, $org",
            ),
            calls=("{Leer más|Ver agenda|Apuntarme|Ver vídeo}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            items=(
                "Acto en $city :: {$weekday, $time, plaza mayor.|Entrada libre.}",
                "$causa :: {La propuesta en cinco puntos.|Lo que cuesta.}",
                "Persona del mes :: $me, de $city.",
                "En prensa ::{ Entrevista en el diario.|}",
                "Cuentas ::{ El $percent viene de pequeñas donaciones.|}",
                "Ojo con los bulos :: Nunca pedimos claves ni códigos.",
            ),
            words={
                "causa": _CAUSAS,
            },
            weight=1.5,
        ),
        Kind(
            id="peticion",
            label="clean",
            sender="org",
            subjects=(
                "{Firma|Firma ya}: {salvemos|por} $causa",
                "$first, {falta tu firma|¿has firmado?}",
                "{URGENTE|Votan mañana}: {paremos la ley|no al recorte}",
                "{¡Victoria!|¡Lo logramos!}",
                "{Faltan|Solo faltan} $num firmas",
                "{Carta abierta|Exige} {al ministro|al Congreso}",
            ),
            body=(
                (
                    (
                        "{El próximo $weekday|En pocos días} {el Congreso|el ayuntamiento} vota {el recorte de|el "
                        "futuro de} $causa. {No podemos callar.|Aún hay tiempo.}"
                    ),
                    "{Ya somos más de|Van} $num mil firmas. {Falta la tuya.|Gracias por pelear.}",
                ),
                ("{Firma y comparte|Firma ahora}: {las entregamos|entregaremos todo} el $soon.",),
            ),
            calls=("{FIRMAR|Firmar ahora|Añadir mi nombre}",),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "causa": _CAUSAS,
            },
        ),
        Kind(
            id="ong-llamamiento",
            label="clean",
            sender="org",
            subjects=(
                "{Tu ayuda|Tu donativo} {salva vidas|llega}",
                "{EMERGENCIA|Emergencia}: {inundación|terremoto} en $country",
                "{Antes de que|Antes del} {acabe el año|invierno}",
                "{Recibo|Certificado} de donación $year",
                "{Gracias|Muchas gracias} por tu donación de $amount",
                "{Memoria|Resultados} $year",
                "{Con $small|$small}: {10 comidas|una manta}",
            ),
            body=(
                (
                    (
                        "{Miles de familias|Muchas personas} en $country {lo han perdido todo|pasan frío}. "
                        "Nuestros equipos {reparten agua y mantas|ya están allí}, {pero las reservas se agotan|día "
                        "y noche}."
                    ),
                    (
                        "{Hemos recibido|Confirmamos} tu donación de $amount del $date. {Guarda este correo como "
                        "justificante.|¡Gracias!}"
                    ),
                ),
                ("{Dona hoy|Por favor, ayuda ahora}.{ De cada euro, el $percent va a proyectos.|}",),
            ),
            calls=("{Donar|Ayudar ahora|Ver memoria}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PLAIN,
                IMAGE,
            ),
            words={
                "small": _GIFTS,
            },
        ),
        Kind(
            id="invitacion",
            label="clean",
            sender="org",
            subjects=(
                "{Invitación|Te invitamos}: {debate|presentación} el $soon",
                "{Inscripción|Tu inscripción} {confirmada|recibida}",
                "{Recordatorio|Mañana}: {taller|seminario} a las $time",
                "{Enlace|Tu enlace} de acceso",
                "{Asamblea|Encuentro anual} $year",
                "{Aplazado|Nueva fecha}: acto del $weekday",
                "{Últimas|Quedan pocas} plazas",
            ),
            body=(
                (
                    (
                        "{Te invitamos|Tenemos el gusto de invitarte} a {una charla|un debate} sobre $causa el "
                        "$soon a las $time en $city."
                    ),
                    (
                        "{Gracias por inscribirte|Inscripción confirmada}. {El enlace es personal, no lo "
                        "compartas.|Apertura de puertas media hora antes.}"
                    ),
                ),
                ("{Entrada libre.|Aforo limitado; confirma antes del $weekday.|Habrá intérprete de signos.}",),
            ),
            calls=("{Inscribirme|Confirmar asistencia|Entrar|Añadir al calendario}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PERSONAL,
                PLAIN,
            ),
            rows=(
                ("Fecha", "$soon, $time"),
                ("Lugar", "$city"),
            ),
            words={
                "causa": _CAUSAS,
            },
        ),
        Kind(
            id="resumen-prensa",
            label="clean",
            sender="org",
            subjects=(
                "{Resumen|Revista} de prensa, $date",
                "{Buenos días|La mañana}: {lo que importa|titulares}",
                "{ÚLTIMA HORA|Última hora}: {dimite el ministro|sentencia}",
                "{Lo mejor|Claves} de la semana",
                "{Boletín|Newsletter}: {pasillos|elecciones}",
                "{Lecturas|Para leer} del fin de semana",
            ),
            body=(
                (
                    (
                        "{Buenos días.|Buenas tardes.} {Lo que hay que saber hoy|Los titulares}: {votación en el "
                        "Congreso|huelga en $city}, $causa y {el tiempo|economía}."
                    ),
                ),
            ),
            calls=("{Leer más|Ver completo|Suscribirse}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            greetings=(),
            items=(
                "Votación aplazada :: {Sin acuerdo entre los grupos.|Será el $weekday.}",
                "Huelga en $city :: {Sin autobuses.|Reunión hoy.}",
                "Estafas :: {La policía alerta de falsos paquetes.|Clientes de banca, objetivo.}",
                "Precios ::{ Suben un $percent.|}",
                "Opinión ::{ Por qué importa $causa.|}",
                "Deportes ::{ Empate en casa.|}",
            ),
            words={
                "causa": _CAUSAS,
            },
            weight=1.3,
        ),
        Kind(
            id="nota-prensa",
            label="clean",
            sender="org",
            subjects=(
                "{Nota de prensa|NOTA DE PRENSA}: $causa",
                "{Convocatoria|Convocatoria de prensa}{ $soon|}",
                "{EMBARGO|Embargada} hasta las $time",
                "{Comunicado|Declaración} sobre {la votación|la sentencia}",
                "$org {exige|presenta} {un plan|un informe}",
                "{Fotos|Imágenes} disponibles",
                "{Corrección|Fe de errores}",
            ),
            body=(
                (
                    (
                        "{$city, $date.|Para su difusión.} $org {ha presentado hoy|publica} {datos|un informe} "
                        "sobre $causa."
                    ),
                    (
                        "Convocamos a {los medios|la prensa} el $soon a las $time en $city.{ Acreditaciones hasta "
                        "el $weekday.|}"
                    ),
                ),
                ("«{Los datos hablan solos|No vamos a callar}», afirma $me, $role.{ Contacto: $phone.|}",),
            ),
            calls=("{Leer nota|Descargar fotos|Acreditarse}",),
            link="call",
            layouts=(
                PLAIN,
                PERSONAL,
                BULK,
            ),
            files=(
                "",
                "pdf",
            ),
            words={
                "causa": _CAUSAS,
            },
        ),
        Kind(
            id="boletin-seguridad",
            label="clean",
            sender="org",
            subjects=(
                "{Boletín|Aviso} de seguridad n.º $num",
                "{Cómo|Aprende a} reconocer {el phishing|una estafa}",
                "{Cuidado|Atención}: {falso banco|falso paquete}",
                "{La estafa|El fraude} de la semana",
                "{Contraseñas|Llaves}: {lo básico|guía}",
                "{Actualiza|Actualiza ya}: {móvil|router}",
            ),
            body=(
                (
                    (
                        "{Circulan correos|Llegan mensajes} que dicen «su cuenta será bloqueada» o «pague la tasa "
                        "de aduana». {Son falsos: no pulses.|Bórralos.}"
                    ),
                    (
                        "{Ningún banco pide la clave por correo.|Mira la dirección, no el logotipo.}{ Si pulsaste, "
                        "cambia la clave y avisa.|}"
                    ),
                ),
            ),
            calls=("{Leer más|Ver guía|Curso gratis}",),
            link="call",
            layouts=(
                DIGEST,
                BULK,
                PLAIN,
            ),
            items=(
                "Falsa tasa de envío ::{ Piden poco para robar la tarjeta.|}",
                "Premio falso ::{ Nadie regala móviles por una encuesta.|}",
                "Actualización ::{ $num fallos corregidos.|}",
                "Chantaje ::{ Correos con bitcoin: no pagues.|}",
                "Falsa factura ::{ Llama al proveedor.|}",
            ),
            weight=1.3,
        ),
        Kind(
            id="pedido",
            label="clean",
            sender="brand",
            subjects=(
                "{Tu pedido|Pedido} $order {confirmado|en camino}",
                "{Hemos recibido|Confirmamos} {tu pedido|el pago}",
                "{Gracias|Mil gracias} por tu compra, $first",
                "{Factura|Tu factura} {del pedido|$ref}",
                "{Devolución|Reembolso} {recibida|de $amount}",
                "{Listo|Disponible} para recoger",
                "{Retraso|Cambio} en tu entrega",
            ),
            body=(
                (
                    (
                        "{¡Gracias por tu compra!|Hemos recibido tu pedido.} {Te avisaremos cuando salga.|Entrega "
                        "prevista: $soon.}"
                    ),
                    "{Hemos recibido tu devolución|La devolución está hecha}.{ Te abonamos $amount en unos días.|}",
                ),
                ("{Síguelo en «Mis pedidos».|Puedes cancelar antes del envío.|}",),
            ),
            brands=("shop",),
            calls=("{Ver pedido|Seguir envío|Mi cuenta}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Pedido", "$order"),
                ("Artículo", "$product"),
                ("Total", "$amount"),
                ("Entrega", "$soon"),
            ),
            weight=1.5,
        ),
        Kind(
            id="paquete",
            label="clean",
            sender="brand",
            subjects=(
                "{Tu paquete|Tu envío} {está en reparto|llega hoy}",
                "{Envío|Paquete} $track {entregado|en camino}",
                "{No estabas|Ausente}: {nuevo intento|recógelo}",
                "{Llega|Entrega} {mañana|el $weekday}",
                "{Seguimiento|Localizador}: $track",
                "{Aduanas|Importación}: {envío $track|información}",
                "{Disponible|Esperando} en {la oficina|el punto de recogida}",
            ),
            body=(
                (
                    (
                        "{Tu envío|El paquete $track} {está en reparto|va en camino} y llega {hoy|el $weekday} "
                        "antes de las 18 h.{ Alguien debe firmar.|}"
                    ),
                    (
                        "{Hemos pasado|Intentamos la entrega}, pero {no había nadie|no pudimos entregar}. "
                        "{Recógelo en la oficina hasta el $soon con tu DNI.|Volveremos.}"
                    ),
                    "{Entregado|Paquete entregado} el $date a las $time.{ Recibió: $last.|}",
                ),
                ("{Síguelo con tu número en nuestra web.|No pedimos claves bancarias.|}",),
            ),
            brands=("parcel",),
            calls=("{Seguir envío|Localizar|Cambiar entrega}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.8,
        ),
        Kind(
            id="clave-pedida",
            label="clean",
            sender="brand",
            subjects=(
                "{Restablece|Restablecer} tu contraseña",
                "{Has pedido|Solicitud para} cambiar la contraseña",
                "¿{Olvidaste|Has olvidado} tu contraseña?",
                "$code es {tu código|tu código de acceso}",
                "{Confirma|Verifica} tu correo",
                "{Bienvenido|Hola}: {activa tu cuenta|un paso más}",
                "{Enlace|Tu enlace} para {entrar|nueva clave}",
            ),
            body=(
                (
                    (
                        "{Recibimos una solicitud|Has pedido} para restablecer la contraseña de $email.{ El enlace "
                        "vale $hours horas.|}"
                    ),
                    "{Tu código es|Usa el código} $code. {No lo compartas con nadie.|Vale 10 minutos.}",
                    (
                        "{Gracias por registrarte|Te damos la bienvenida}. {Confirma|Pulsa para confirmar} que "
                        "$email es tuyo."
                    ),
                ),
                ("¿{No fuiste tú|No lo pediste}? {Ignora este mensaje|No hagas nada}; tu contraseña no cambia.",),
            ),
            brands=("account", "software", "dev", "social"),
            calls=("{Restablecer contraseña|Crear contraseña|Confirmar correo}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.5,
        ),
        Kind(
            id="nuevo-acceso",
            label="clean",
            sender="brand",
            subjects=(
                "{Nuevo|Un nuevo} inicio de sesión {en tu cuenta|desde $device}",
                "{Alerta|Aviso} de seguridad",
                "¿{Has sido|Eras} tú?",
                "{Nuevo dispositivo|Dispositivo}: $device",
                "{Tu contraseña|La contraseña} {se ha cambiado|cambió}",
                "{Verificación|Autenticación} en dos pasos{ activada|}",
            ),
            body=(
                (
                    (
                        "{Se ha iniciado sesión|Hubo un acceso} en $email desde $device, {cerca de |}$city, el "
                        "$date a las $time."
                    ),
                    "La contraseña {de tu cuenta|de $email} se cambió el $date.",
                ),
                (
                    (
                        "{Si fuiste tú, no hagas nada.|¿Lo reconoces? Perfecto.} {Si no, protege tu cuenta.|Si no, "
                        "cambia la contraseña.}"
                    ),
                ),
            ),
            brands=("account", "social", "bank", "dev"),
            calls=("{Revisar actividad|Fui yo|Proteger cuenta}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.5,
        ),
        Kind(
            id="banco-aviso",
            label="clean",
            sender="brand",
            subjects=(
                "{Tu extracto|Extracto} de $month{ disponible|}",
                "{Nueva comunicación|Nuevo documento} en tu {buzón|banca digital}",
                "{Compra|Cargo} de $amount con tu tarjeta",
                "{Transferencia|Bizum} {recibida|enviada}: $amount",
                "{Cambios|Modificación} {en las condiciones|de tarifas}",
                "{Tu nueva tarjeta|Tarjeta} en camino",
                "{Mantenimiento|Trabajos} el $soon",
                "{Cuidado|Alerta} con {llamadas falsas|SMS falsos}",
                "{Certificado|Información} fiscal $year",
            ),
            body=(
                (
                    (
                        "{Ya puedes consultar|Tienes disponible} {el extracto de $month|un nuevo documento} en tu "
                        "banca digital.{ Entra como siempre, desde la app o tecleando la dirección.|}"
                    ),
                    (
                        "{Cargo|Compra} de $amount con la tarjeta terminada en $card el $date.{ ¿No lo reconoces? "
                        "Llámanos.|}"
                    ),
                    "El $soon cambian {las condiciones|las tarifas}.{ Puedes leerlas en la app o en tu oficina.|}",
                ),
                ("{Nunca pedimos claves ni códigos por correo.|Ante la duda, llama al número de tu tarjeta.|}",),
            ),
            brands=("bank", "card"),
            calls=("{Ir a la banca digital|Ver extracto|Entrar}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=2.0,
        ),
        Kind(
            id="suscripcion-recibo",
            label="clean",
            sender="brand",
            subjects=(
                "{Tu factura|Factura} de $month{ está lista|}",
                "{Pago|Tu pago} {rechazado|no realizado}",
                "{Tu suscripción|El plan} se renueva el $soon",
                "{Nuevo precio|Cambio de precio}",
                "{Recibo|Justificante} $ref",
                "{Recordatorio|Aviso} de pago: $amount",
                "{Dominio|Tu dominio} caduca el $soon",
            ),
            body=(
                (
                    (
                        "{Tu factura de $month está lista|Ya tienes la factura $ref}: $amount, {se cobrará el "
                        "$soon|con vencimiento $soon}.{ No tienes que hacer nada.|}"
                    ),
                    (
                        "{No pudimos cobrar|El banco rechazó} el último recibo. {Revisa la tarjeta en tu "
                        "cuenta.|Lo intentaremos en $days días.}"
                    ),
                    "{Tu plan|La suscripción} se renueva el $soon por $small.{ Cancela cuando quieras.|}",
                ),
            ),
            brands=("streaming", "telecom", "software", "domain"),
            calls=("{Ver factura|Actualizar pago|Mi cuenta}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Factura", "$ref"),
                ("Importe", "$amount"),
                ("Vencimiento", "$soon"),
            ),
            files=(
                "",
                "pdf",
            ),
            weight=1.5,
        ),
        Kind(
            id="ofertas",
            label="clean",
            sender="brand",
            subjects=(
                "{SOLO HOY|Solo hoy}: {hasta |}$percent de descuento",
                "{Cupón|Regalo} {para ti|de $small}, $first",
                "{Envío gratis|Envío GRATIS} {hoy|este finde}",
                "{Última oportunidad|Acaba hoy}",
                "{Tus puntos|$num puntos} caducan el $soon",
                "{Novedad|Ya está aquí}: $product",
                "{Vuelos|Escapadas} desde $small",
                "{Rebajas|Black Friday}: {empezamos|ya}",
                "¿{Olvidaste|Aún quieres} {tu cesta|$product}?",
            ),
            body=(
                (
                    (
                        "{Solo hasta el $weekday|Hoy}: {hasta |}un $percent en {toda la web|moda y hogar}.{ Hasta "
                        "fin de existencias.|}"
                    ),
                    (
                        "{¡Felicidades!|¡Gracias por tu confianza!} {Te regalamos|Aquí tienes} un cupón de $small, "
                        "válido hasta el $soon."
                    ),
                ),
                ("{No acumulable.|Consulta las condiciones.|}",),
            ),
            brands=("shop", "airline", "travel"),
            calls=("{COMPRAR|Lo quiero|Canjear|Ver ofertas}",),
            link="call",
            layouts=(
                BULK,
                IMAGE,
                NOTICE,
            ),
            items=(
                "$product ::{ antes $amount, ahora $small|}",
                "Los más vendidos ::{ desde $small|}",
                "$city :: {ida y vuelta $amount|3 noches}",
            ),
            weight=1.8,
        ),
        Kind(
            id="servicios-aviso",
            label="clean",
            sender="brand",
            subjects=(
                "$me ha compartido {«$file»|un documento}{ contigo|}",
                "{Invitación|Reunión}: {equipo|redacción} $soon, $time",
                "{Tienes|Hay} $num {notificaciones|mensajes}",
                "[{web|archivo}] {error al entrar|prueba fallida} (#$num)",
                "{Firma|Pendiente de firma}: $file",
                "$me {comentó|te mencionó}",
                "{Almacenamiento|Espacio} {casi lleno|al $percent}",
                "{Documento|Firma} completada: $file",
            ),
            body=(
                (
                    (
                        "$me {ha compartido «$file» contigo|te invita a una reunión|te mencionó en un "
                        "comentario}.{ Recibes esto por ser parte del grupo.|}"
                    ),
                    "{Tu espacio está al $percent.|Tienes $num avisos nuevos.}{ Mira las opciones en ajustes.|}",
                ),
            ),
            brands=("social", "dev", "office", "cloud", "sign", "meeting"),
            calls=("{Abrir|Ver documento|Aceptar|Responder}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            weight=1.5,
        ),
        Kind(
            id="acta-reunion",
            label="clean",
            sender="colleague",
            subjects=(
                "{Acta|Notas} {de la reunión|del $weekday}",
                "{Orden del día|Agenda}{ $soon|}",
                "{Re: |}{reunión|reunión de equipo}",
                "{Borrador|Versión final}: $cosa",
                "¿{Puedes|Podrías} {revisar|leer} antes del $weekday?",
                "{Cifras|Tabla}{ para el $weekday|}",
                "{URGENTE|Visto bueno}: {imprenta espera|antes de las $time}",
            ),
            body=(
                (
                    (
                        "{Adjunto|Os paso} {el acta|el resumen} de la reunión. {Correcciones antes del "
                        "$weekday.|Gracias, $mefirst, por las notas.}"
                    ),
                    (
                        "{Va el borrador|Aquí la nueva versión}. ¿Puedes {revisarla|leerla} antes del $weekday? "
                        "{Cambié el dato de la página 2.|La imprenta espera, perdona la prisa.}"
                    ),
                ),
                ("{Quedamos en|Acordado}: $cosa {sigue adelante|pasa al $soon}.{ Próxima reunión a las $time.|}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                REPLY,
            ),
            footer=(),
            files=(
                "docx",
                "pdf",
                "",
            ),
            words={
                "cosa": _COSAS,
            },
            weight=1.5,
        ),
        Kind(
            id="respuesta-corta",
            label="clean",
            sender="colleague",
            subjects=(
                "Re: {reunión|comida|fotos|datos}",
                "{RV|RE}: {llamada|lista|texto}",
                "{Re: Re|RE}: {billete|orden del día}",
            ),
            body=(
                (
                    "{ok, gracias|Vale|Perfecto}!",
                    "{Sí|Claro}, {me viene bien|nos vemos}.",
                    "{Hecho|Enviado}.",
                    "{Te llamo|Llego} a las $time.",
                    "{Todavía no|No}, {mañana te digo|espero respuesta}.",
                    "¡{Gracias|Mil gracias}!",
                ),
                (
                    "",
                    "{Un abrazo|Bss}",
                    "",
                ),
            ),
            link="none",
            layouts=(REPLY,),
            greetings=(),
            closings=(
                "Un abrazo,",
                "Bss",
                "",
                "",
            ),
            footer=(),
            weight=2.2,
        ),
        Kind(
            id="factura-proveedor",
            label="clean",
            sender="person",
            subjects=(
                "{Factura|Nuestra factura} $ref",
                "{Presupuesto|Oferta} {$ref|solicitado}",
                "{Recordatorio|Pendiente}: factura $ref",
                "{Recibo|Honorarios} de $month",
                "{Alquiler|Sala}: {factura $month|contrato}",
            ),
            body=(
                (
                    (
                        "{Adjunto|Te envío} la factura $ref por $amount {de los folletos|de la traducción}, {como "
                        "acordamos|a la cuenta de siempre}."
                    ),
                    "{Sigue pendiente|Creo que se pasó} la factura $ref, $amount.{ Si ya está pagada, disculpa.|}",
                    "{Gracias por escribir.|} El presupuesto es de $amount{, válido hasta el $soon|}.",
                ),
                ("{¡Gracias por la confianza!|}",),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            files=("pdf",),
            weight=1.5,
        ),
        Kind(
            id="interno-it-rrhh",
            label="clean",
            sender="system",
            subjects=(
                "{Mantenimiento|Corte} del {correo|servidor} el $soon",
                "{Tu contraseña|Contraseña de red} caduca en $days días",
                "{Nómina|Recibo de salario} de $month",
                "{Vacaciones|Solicitud} {aprobadas|$ref aprobada}",
                "{Aviso|Ojo}: {correo falso|phishing}",
                "{Incidencia|Ticket} #$num {resuelta|abierta}",
                "{ALERTA|OK}: {web1|copia} {disco lleno|terminada}",
            ),
            body=(
                (
                    (
                        "El $soon desde las $time {el correo|el servidor de archivos} no estará disponible durante "
                        "{$hours horas|un rato}.{ Guardad el trabajo.|}"
                    ),
                    (
                        "Tu contraseña de red caduca en $days días. {Cámbiala en la oficina con "
                        "Ctrl+Alt+Supr.|Nunca enviamos un enlace para eso.}"
                    ),
                    (
                        "{Varios habéis recibido|Nos avisan de} un correo «buzón lleno, confirme ya». {Es falso, "
                        "borradlo.|No pulséis.}"
                    ),
                    "{Tus vacaciones|La solicitud $ref} {están aprobadas|está aprobada}.{ ¡A descansar!|}",
                ),
            ),
            names=(
                "Informática",
                "Soporte",
                "RRHH",
                "Monitor",
            ),
            locals=(
                "it",
                "soporte",
                "rrhh",
                "root",
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            weight=1.3,
        ),
        Kind(
            id="aviso-estafa",
            label="clean",
            sender="colleague",
            subjects=(
                "{RV: |}¿{esto es real|será una estafa}?",
                "{Cuidado|Ojo}: {correo falso|timo}",
                "{No|Por favor no} {pulséis|abráis}",
                "¿{Alguien más|Os} ha llegado esto?",
                "{Factura|Multa} falsa",
                "{Usan|Escriben en} mi nombre",
                "{He pulsado|Creo que he pulsado} un enlace",
            ),
            body=(
                (
                    (
                        "{Hoy llegó|Nos llegó} un correo que dice que {la cuenta se suspende|hay que pagar $small "
                        "de aduana}, «confirme sus datos». {Es una estafa, borradlo.|No contestéis.}"
                    ),
                    "¿{Es real|Puedes mirarlo}? {La dirección es rara.|No he pulsado nada.}",
                    "{Alguien|Un desconocido} pide {tarjetas regalo|una transferencia} en mi nombre.{ ¡No soy yo!|}",
                ),
                (
                    "{Ante la duda, llamadme.|Gracias por avisar.|}",
                    "",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
                FORWARD,
                REPLY,
            ),
            quoted=(
                "Su cuenta ha sido limitada. Confirme sus datos en $hours horas.",
                "Su envío está retenido: abone $small.",
                "Ha ganado un $prize, conteste la encuesta.",
                "¿Estás disponible? Necesito una transferencia urgente.",
            ),
            footer=(),
            weight=2.0,
        ),
        Kind(
            id="personal",
            label="clean",
            sender="person",
            subjects=(
                "¿{El domingo|Este finde}?",
                "{Fotos|Vídeo} {del viaje|de la fiesta}",
                "{Cumple|Fiesta} {de la abuela|el $weekday}",
                "{Saludos|Hola} desde $city",
                "{Mi pésame|Triste noticia}",
                "¡Gracias{ por todo|}!",
                "{Reunión de padres|Excursión} $soon",
                "{Entreno|Ensayo} {cancelado|cambia}",
                "¿{El piso|La bici} sigue {libre|en venta}?",
            ),
            body=(
                (
                    "¿{Venís|Vienes} el {domingo|$weekday}? {Hacemos paella|Cocina mamá}.{ Trae postre.|}",
                    "{Llegamos bien|Aquí llueve}, {los niños encantados|van fotos}.{ Besos a todos.|}",
                    ("{Lo siento muchísimo|Mi más sentido pésame}. {No te preocupes por el trabajo.|Estamos contigo.}"),
                    "Estimadas familias: la excursión es el $soon.{ Traed $small y bocadillo.|}",
                ),
                ("{Besos|Un abrazo}, $mefirst",),
            ),
            link="none",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            greetings=(),
            closings=(),
            files=(
                "",
                "",
                "png",
            ),
            weight=1.5,
        ),
        Kind(
            id="periodista-fuente",
            label="clean",
            sender="person",
            subjects=(
                "{Consulta|Pregunta} de prensa: {respuesta antes de las $time|gastos}",
                "{Entrevista|Petición de entrevista}",
                "{Información|Pista} sobre {un contrato|el hospital}",
                "{Confidencial|Con discreción}",
                "¿{Podemos hablar|Cómo hablar} con seguridad?",
                "{Sobre|He leído} su artículo",
                "{Comprobación|Duda} {de un dato|sobre el informe}",
            ),
            body=(
                (
                    (
                        "{Soy redactora|Soy periodista} y {preparo|escribo} un reportaje sobre {gastos de "
                        "campaña|el contrato de $city}. {¿Podrían responder antes de las $time?|¿Tendría diez "
                        "minutos hoy?}"
                    ),
                    (
                        "{Trabajo|Trabajé} {en el ayuntamiento|en un hospital} y {tengo documentos|he visto "
                        "contratos} que {deberían conocerse|no cuadran}. {No use mi nombre.|¿Podemos hablar por "
                        "Signal?}"
                    ),
                ),
                ("{Mi teléfono es $phone.|Escribo desde un correo nuevo por precaución.|}",),
            ),
            link="reply",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            weight=1.5,
        ),
        Kind(
            id="candidatura",
            label="clean",
            sender="person",
            subjects=(
                "{Candidatura|Solicitud}: $role",
                "{CV|Currículum}{ para $role|}",
                "{Entrevista|Cita} el $soon",
                "{Prácticas|Voluntariado}{ en $month|}",
                "{Respuesta|Sobre} su candidatura",
            ),
            body=(
                (
                    "{Les envío|Adjunto} mi currículum para el puesto de $role.{ Quedo a su disposición.|}",
                    (
                        "{Gracias por su interés.|} {Nos gustaría hablar el $soon a las $time.|Hemos elegido a "
                        "otra persona; le deseamos suerte.}"
                    ),
                ),
            ),
            link="file",
            layouts=(
                PLAIN,
                PERSONAL,
                NOTICE,
            ),
            files=(
                "pdf",
                "docx",
                "",
            ),
        ),
        Kind(
            id="ausencia",
            label="clean",
            sender="colleague",
            subjects=(
                "{Respuesta automática|Ausente}: {acta|consulta}",
                "{Fuera de la oficina|De vacaciones} hasta el $soon",
                "{Leído|Confirmación de lectura}: {acta|invitación}",
                "{Cerrado|Oficina cerrada} hasta $soon",
                "{Baja|Viaje}{ hasta el $soon|}",
            ),
            body=(
                (
                    (
                        "{Gracias por tu mensaje.|} Estaré {fuera|de vacaciones} hasta el $soon. Para urgencias: "
                        "$me, $phone."
                    ),
                    "Su mensaje {fue leído|se abrió} el $date a las $time.{ Es un aviso automático.|}",
                ),
            ),
            link="none",
            layouts=(
                PLAIN,
                REPLY,
            ),
            footer=(),
            weight=1.2,
        ),
        Kind(
            id="devuelto",
            label="clean",
            sender="system",
            subjects=(
                "{No se pudo entregar|No entregado}: {acta|invitación}",
                "{Undelivered Mail Returned to Sender|Mail delivery failed}",
                "{Entrega|Mensaje} {retrasada|devuelto}",
                "{Buzón|Destinatario} {lleno|desconocido}: {Re: lista|reunión}",
            ),
            body=(
                (
                    (
                        "{Su mensaje|El mensaje} no se pudo entregar: {usuario desconocido (550 5.1.1)|buzón lleno "
                        "(552 5.2.2)}.{ Compruebe la dirección.|}"
                    ),
                ),
            ),
            names=(
                "Mail Delivery System",
                "Postmaster",
            ),
            locals=(
                "mailer-daemon",
                "postmaster",
            ),
            link="none",
            layouts=(BOUNCE,),
            greetings=(),
            closings=(),
            weight=1.2,
        ),
        Kind(
            id="lista",
            label="clean",
            sender="list",
            subjects=(
                "{Re: |}{duda|problema} con {el servidor|el script}",
                "{Re: |}{manifiesto|comunicado}{ sobre la ley|}",
                "{Reunión|Quedada} del grupo el $soon",
                "{Re: |}{filtro de spam|phishing en la lista}",
                "{Anuncio|Lanzamiento}: versión 1.$num",
            ),
            body=(
                (
                    (
                        "{Hola a todos:|Buenas:} tras actualizar {el script falla|sale «conexión rechazada»}. {¿A "
                        "alguien le pasa?|Log abajo.}"
                    ),
                    "{¿Quién firma|Recogemos firmas para} el {comunicado|manifiesto}{?|.}{ Plazo: $soon.|}",
                ),
            ),
            link="none",
            layouts=(LIST,),
            greetings=(),
            closings=(
                "Saludos,",
                "Un saludo,",
                "",
                "",
            ),
            weight=1.3,
        ),
        Kind(
            id="socio",
            label="clean",
            sender="org",
            subjects=(
                "{Cuota|Tu cuota} $year",
                "{Confirma|Confirmación de} {suscripción|registro}",
                "{Bienvenida|Te damos la bienvenida}{ a $org|}",
                "{Encuesta|Tu opinión}: {3 preguntas|prioridades}",
                "{Corrección|Perdón}: {enlace|fecha}",
                "{Cita|Recordatorio}: $soon, $time",
                "{Resultados|Análisis} disponibles",
            ),
            body=(
                (
                    (
                        "{Gracias por ser parte|Qué bien tenerte}. {La cuota de $year es de $small.|Adjuntamos el "
                        "recibo.}"
                    ),
                    (
                        "{Confirma|Pulsa para confirmar} que quieres recibir {el boletín|noticias}.{ Si no fuiste "
                        "tú, ignóralo.|}"
                    ),
                    "{Te recordamos tu cita|Tu cita} del $soon a las $time.{ Avisa si no puedes venir.|}",
                    (
                        "En el último correo {el enlace era erróneo|la fecha estaba mal}. {Es el $soon a las "
                        "$time.|¡Perdón!}"
                    ),
                ),
            ),
            calls=("{Confirmar|Responder|Área de socios}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
        ),
    ),
)
