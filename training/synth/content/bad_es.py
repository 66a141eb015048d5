"""Bad mail in Spanish."""

from training.synth.content.requests import ATTACKS
from training.synth.schema import ALL, BULK, IMAGE, MAILING, NOTICE, PERSONAL, PLAIN, SIMPLE, Book, Kind

_ATTACKS = (
    Kind(
        id="account-suspended",
        label="malicious",
        sender="impostor",
        brands=("account", "pay", "market"),
        subjects=(
            "{Su|Tu} cuenta {$brand |}{ha sido|está} {suspendida|bloqueada|limitada}",
            "{Urgente|Importante|Acción requerida}: {verifique|actualice} {sus datos|su cuenta}",
            "{Actividad|Acceso} {inusual|sospechoso} {en su cuenta|detectado}",
            "{Último|Segundo} aviso: {cierre de la cuenta|su acceso termina} {en $hours horas|el $soon}",
        ),
        body=(
            (
                (
                    "{Hemos detectado|Detectamos} {una actividad inusual|un acceso sospechoso} {en su cuenta "
                    "$brand|el $date}."
                ),
                (
                    "{Por su seguridad|Como medida de protección}, {su cuenta|el acceso} {fue|ha sido} "
                    "{limitada|bloqueado} temporalmente."
                ),
                "{Sus datos|Algunos datos} {no están al día|no pudieron verificarse}.",
            ),
            (
                (
                    "{Verifique|Confirme} {su identidad|sus datos} {antes del $soon|en $hours horas} {para recuperar "
                    "el acceso|}."
                ),
                "{Pulse|Entre por} {el botón|el enlace} {de abajo|siguiente} y siga los pasos.",
            ),
            ("", "{De lo contrario|Si no lo hace}, {la cuenta|su perfil} será {cerrada|eliminado} {para siempre|}."),
        ),
        calls=("{Verificar|Confirmar} {cuenta|datos|ahora}", "{Desbloquear|Recuperar} acceso", "Iniciar sesión"),
        layouts=(*MAILING, PERSONAL),
        weight=1.7,
    ),
    Kind(
        id="mailbox",
        label="malicious",
        sender="house",
        subjects=(
            "{Su|El} buzón {está lleno|casi lleno|superó el límite}{ - $email|}",
            "{Contraseña|La clave} de $email {caduca|vence} {hoy|en $hours horas}",
            "$num mensajes {retenidos|pendientes} {para $user|}",
            "{Desactivación|Actualización} {del correo|de su cuenta}: {confirme|acción necesaria}",
        ),
        body=(
            (
                "{La contraseña|El acceso} de $email {caduca|vence} en $hours horas.",
                (
                    "{Su buzón|El espacio} {está|llegó} al 9$num% y {los mensajes|el correo nuevo} {no llegan|serán "
                    "rechazados}."
                ),
            ),
            (
                "{Conserve|Puede mantener} la misma contraseña {aquí|con el enlace}.",
                "{Inicie sesión|Entre} para {liberar|recibir} los mensajes {y más espacio|}.",
            ),
            ("", "{Sin confirmación|En otro caso} la cuenta se {borrará|desactivará}."),
        ),
        calls=("Mantener contraseña", "{Liberar|Ver} mensajes", "{Ampliar|Validar} {espacio|cuenta}"),
        layouts=ALL,
        weight=1.2,
    ),
    Kind(
        id="parcel-fee",
        label="malicious",
        sender="impostor",
        brands=("parcel", "post"),
        subjects=(
            "{Su|Tu} {paquete|envío} {$track |}{está retenido|no pudo entregarse|espera el pago}",
            "{Gastos|Tasa} de {aduana|envío} {de $small|pendiente}{: $ref|}",
            "{Última|Segunda} notificación: {confirme la dirección|programe la entrega}",
        ),
        body=(
            (
                "{Su|El} {paquete|envío} $track {está retenido|espera} {en $city|en la aduana}.",
                "{Intentamos|No pudimos} entregar {su pedido|el paquete} {el $date|}.",
            ),
            (
                "{Pague|Abone} {la tasa de|} $small {para recibirlo|antes del $soon}.",
                "{Confirme|Complete} su dirección {y el pago|}{; si no, será devuelto|}.",
            ),
        ),
        calls=("{Pagar|Abonar} {tasa|$small}", "{Programar|Seguir} {entrega|envío}"),
        rows=(("Envío", "$track"), ("Importe", "$small")),
        layouts=(*MAILING, PERSONAL),
        weight=1.6,
    ),
    Kind(
        id="parcel-notice",
        label="malicious",
        sender="impostor",
        brands=("parcel", "market"),
        subjects=(
            "{Su|Tu} {pedido|paquete} {llega {hoy|el $soon}|está en camino|ha salido}",
            "Seguimiento {del envío|de} $track",
        ),
        body=(
            ("{Su|El} {pedido|paquete} $track {está en camino|salió de $city}.",),
            ("{Siga|Consulte} {el envío|su estado} {en línea|aquí}.", "{Entrega|Llegada} prevista: $soon."),
        ),
        calls=("{Seguir|Ver} {envío|pedido}",),
        layouts=(NOTICE, BULK),
        twin=True,
        weight=0.5,
    ),
    Kind(
        id="bank-alert",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "$brand: {cargo|transferencia|compra} de $amount {pendiente|no reconocida}",
            "{Su|La} tarjeta {terminada en $card |}{ha sido bloqueada|fue limitada}",
            "{Nuevo|Importante}: {aviso|mensaje} {de seguridad|en su buzón de $brand}",
            "{Actualice|Active} {su|la} {clave|app|firma digital} {antes del $soon|hoy}",
        ),
        body=(
            (
                "{Se ha realizado|Hay} {un cargo|una transferencia} de $amount {el $date|desde un dispositivo nuevo}.",
                "{Su|La} {tarjeta|clave} {caduca|quedará bloqueada} {el $soon|en $hours horas}.",
            ),
            (
                "{Si no lo reconoce|¿No fue usted?} {Anule|Cancele} {la operación|el cargo} {aquí|de inmediato}.",
                "{Active|Actualice} {el servicio|sus datos} {para seguir operando|}.",
            ),
        ),
        calls=("{Anular|Cancelar} {operación|cargo}", "{Acceder|Activar} {ahora|banca en línea}"),
        layouts=(*MAILING, PERSONAL),
        weight=1.6,
    ),
    Kind(
        id="bank-statement",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "{Su|Nuevo} extracto {de $month |}{está disponible|listo}",
            "Tiene {un|nuevo} {documento|mensaje} {en su banca en línea|de $brand}",
        ),
        body=(
            ("{Su|El} extracto {de $month|de la cuenta $card} {está|ya está} disponible.",),
            ("{Entre|Acceda} para {verlo|descargarlo}.",),
        ),
        calls=("Ver {extracto|documento}",),
        layouts=(NOTICE,),
        twin=True,
        weight=0.4,
    ),
    Kind(
        id="invoice",
        label="malicious",
        sender="impostor",
        brands=("invoice", "pay", "office", "telecom"),
        subjects=(
            "{Factura|Recibo} {$ref|por $amount}{ pendiente| adjunta|}",
            "{Pago|Comprobante} {realizado|de transferencia} {$ref|$date}",
            "{Orden de compra|Pedido|Presupuesto} $ref",
        ),
        body=(
            (
                "{Adjuntamos|Le enviamos} {la|su} factura $ref por $amount.",
                "{Según nuestros datos|Vemos que} la factura $ref {sigue pendiente|venció}.",
            ),
            (
                "{Revise|Descargue} {el documento|la factura} {aquí|}.",
                "{Realice|Haga} el pago antes del $soon{ para evitar recargos|}.",
            ),
        ),
        calls=("{Ver|Descargar} {factura|documento}",),
        rows=(("Factura", "$ref"), ("Importe", "$amount")),
        files=("", "pdf", "zip", "html"),
        layouts=(NOTICE, *SIMPLE),
        twin=True,
    ),
    Kind(
        id="streaming-payment",
        label="malicious",
        sender="impostor",
        brands=("streaming",),
        subjects=(
            "{Su|Tu} suscripción {$brand |}{ha caducado|está en pausa|será cancelada}",
            "{Pago|Cobro} {rechazado|fallido}: {actualice|tarjeta}",
            "{Renueve|Extienda} {gratis|90 días}",
        ),
        body=(
            (
                "{No pudimos|No fue posible} {procesar|cobrar} {el pago|su suscripción}.",
                "{Su|La} suscripción {terminó|caduca} {hoy|el $date}.",
            ),
            (
                "{Actualice|Confirme} {su tarjeta|los datos de pago} {en $hours horas|}.",
                "{Por su fidelidad|Oferta}: 90 días {gratis|por $small}.",
            ),
        ),
        calls=("{Actualizar|Renovar} {pago|ahora}",),
        layouts=MAILING,
    ),
    Kind(
        id="tax-fine",
        label="malicious",
        sender="impostor",
        brands=("tax", "fine", "state"),
        subjects=(
            "{Devolución|Reembolso} {de $amount |}{disponible|aprobada|a su favor}",
            "{Multa|Sanción} {de tráfico |}{pendiente|no pagada}{: $ref|}",
            "{Notificación|Aviso} {electrónica|oficial} {$ref|disponible}",
        ),
        body=(
            (
                (
                    "{Tras|Después de} la {revisión|declaración} {de $year |}tiene {derecho a|} {una devolución de "
                    "|}$amount."
                ),
                "{Consta|Tiene} una {multa|sanción} {sin pagar|pendiente} {del $date|}.",
            ),
            (
                "{Rellene|Envíe} {el formulario|la solicitud} antes del $soon.",
                "{Pague|Abone} {en $hours horas|con descuento} {para evitar el embargo|}.",
            ),
        ),
        calls=("{Solicitar|Ver} {devolución|notificación}", "Pagar {multa|ahora}"),
        rows=(("Expediente", "$ref"), ("Importe", "$amount")),
        layouts=(NOTICE, PERSONAL),
    ),
    Kind(
        id="wallet",
        label="malicious",
        sender="impostor",
        brands=("wallet", "crypto"),
        subjects=(
            "{Verifique|Valide} su {cartera|billetera} {$brand|antes del $soon}",
            "{$coin|Airdrop} {gratis|disponible}: {reclame|participe}",
            "{Aviso|Actualización} {de seguridad|obligatoria} $brand",
        ),
        body=(
            (
                "{Las carteras|Las cuentas} sin verificar {serán suspendidas|se bloquearán} el $soon.",
                "{Tiene|Hay} $amount en $coin {por reclamar|a su nombre}.",
            ),
            ("{Conecte|Valide} su cartera {con la frase de recuperación|aquí}.",),
        ),
        calls=("{Verificar|Conectar} cartera", "Reclamar {ahora|$coin}"),
        layouts=(NOTICE, BULK),
    ),
    Kind(
        id="shared-document",
        label="malicious",
        sender="impostor",
        brands=("cloud", "office", "sign"),
        subjects=(
            '$me {ha compartido|compartió} {"$file"|un documento}',
            "{Firme|Documento para firmar}: $file",
            "{Nuevo|Ha recibido un} {archivo|documento} {seguro|$ref}",
        ),
        body=(
            (
                "$me {ha compartido|le envió} {el archivo $file|un documento}.",
                "{Un documento|$file} espera su {firma|revisión}.",
            ),
            ("{Ábralo|Acceda} con {su correo|la cuenta $email}.", "El enlace {caduca|vale hasta} el $soon."),
        ),
        calls=("{Abrir|Ver} {documento|archivo}", "Firmar"),
        link="cloud",
        layouts=(NOTICE, PERSONAL),
        twin=True,
    ),
    Kind(
        id="new-signin",
        label="malicious",
        sender="impostor",
        brands=("account", "mailbox"),
        subjects=(
            "{Nuevo dispositivo|Navegador nuevo} {conectado|añadido}: $device",
            "{Nuevo inicio de sesión|Acceso nuevo} {en su cuenta|desde $device}",
            "Alerta de seguridad{ para $email|}",
            "¿Fue usted? {$city|$device}",
        ),
        body=(
            (
                "{Su|La} cuenta $email {se abrió|fue usada} {en|desde} $device.",
                "{Hubo|Vemos} un nuevo acceso en $city.",
            ),
            ("Si fue usted, no haga nada. {Si no|En otro caso}, {revise|proteja} {la actividad|su cuenta}.",),
        ),
        calls=("Revisar actividad", "Proteger cuenta"),
        layouts=(NOTICE,),
        twin=True,
        weight=0.6,
    ),
    Kind(
        id="judicial-malware",
        label="malicious",
        sender="stranger",
        link="call",
        subjects=(
            "{Citación|Demanda|Notificación} {judicial|de la fiscalía} {$ref|}",
            "{Comprobante|Factura} {de pago|electrónica} {$ref|$date}",
            "{Embargo|Cobro} {preventivo|jurídico}",
        ),
        body=(
            (
                "{Se le informa|Le comunicamos} que {existe|hay} {una demanda|un proceso} {en su contra|$ref}.",
                "{Adjunto|Le envío} {el comprobante|la factura} {de $amount|solicitada}.",
            ),
            ("{Descargue|Vea} {el expediente|el documento} {con la clave $card|desde su ordenador}.",),
        ),
        calls=("{Descargar|Ver} {documento|expediente|PDF}",),
        files=("", "zip", "html", "pdf"),
        layouts=SIMPLE,
        weight=0.8,
    ),
    Kind(
        id="sextortion",
        label="malicious",
        sender="extorter",
        link="none",
        subjects=(
            "{Su|Tu} {dispositivo|cuenta} {fue hackeado|está en mis manos}",
            "{Tengo|Grabé} un vídeo {tuyo|suyo}",
            "{Último aviso|Pago pendiente}, $user",
        ),
        body=(
            (
                "{Tengo acceso|He entrado} a {todos tus|sus} dispositivos {desde hace semanas|}.",
                "Este mensaje sale de tu propia cuenta: la controlo.",
            ),
            ("{Te grabé|He grabado un vídeo} con la cámara {en sitios de adultos|}.",),
            ("{Envía|Transfiere} $amount en Bitcoin a $wallet en {48|72} horas.",),
            ("Si no, {tus contactos|todos} {recibirán|verán} el vídeo. {No avises a la policía.|}",),
        ),
        layouts=(PLAIN, "bare_html"),
        closings=("",),
    ),
)

_SPAM = (
    Kind(
        id="prize",
        label="unwanted",
        sender="peddler",
        brands=("prize", "shop"),
        subjects=(
            "{Felicidades|Enhorabuena|Has ganado}{!|:} {un|} $prize {$brand|te espera}",
            "{$user, has|Has} sido {elegido|seleccionado} {para|:} $prize",
            "{Responde|Completa} {la encuesta|y gana} {$brand|$prize}",
            "{Última oportunidad|Hoy}: {reclama|tu} $prize",
        ),
        body=(
            (
                "{¡Felicidades!|¡Buenas noticias!} {Has sido|Fuiste} elegido {para recibir|en el sorteo}: $prize.",
                "{Responde|Rellena} {una|nuestra} encuesta {de $brand |}y {gana|recibe} $prize.",
            ),
            (
                "{Tarda|Es} un minuto. {Solo pagas el envío de $small.|}",
                "{Reclama|Confirma} {hoy|antes del $soon}: {quedan $num|unidades limitadas}.",
            ),
        ),
        calls=("{Reclamar|Quiero mi} {premio|$prize}", "Participar {ahora|}"),
        layouts=MAILING,
        weight=1.9,
    ),
    Kind(
        id="inheritance",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Hola|Saludos}{ querido amigo| en el Señor|}",
            "{Donación|Herencia|Fondo} de $big",
            "{Propuesta|Asunto} {confidencial|urgente}",
            "{Espero|Necesito} su respuesta",
        ),
        body=(
            (
                "{Soy|Me llamo} $me, {viuda|abogado|banquero} {en|de} $country.",
                "{Disculpe|Perdone} {este|el} mensaje {inesperado|}.",
            ),
            (
                "{Un cliente|Mi esposo} {murió|falleció} y dejó $big {sin herederos|en el banco}.",
                "{Estoy enferma|Gané la lotería} y {quiero|deseo} donarle $big.",
            ),
            (
                "{Responda|Escriba} con nombre y teléfono{ para más detalles|}.",
                "Usted se queda con $percent. {Guarde el secreto.|}",
            ),
        ),
        layouts=SIMPLE,
        weight=1.2,
    ),
    Kind(
        id="loan",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Préstamo|Crédito} {de $amount|aprobado|al 3%}",
            "¿{Necesita|Quiere} {dinero|un préstamo}? {Hoy|Sin papeles}",
            "{Oferta|Dinero} {rápido|sin aval}: $amount",
        ),
        body=(
            (
                "{Damos|Ofrecemos} préstamos {de $amount|al 3%} {a particulares y empresas|}.",
                "{Tiene|Hay} $amount {preaprobados|a su nombre}.",
            ),
            ("{Solicite|Pida} {ahora|respondiendo a este correo}.",),
        ),
        calls=("{Solicitar|Simular} {ahora|crédito}",),
        layouts=(*MAILING, *SIMPLE),
    ),
    Kind(
        id="dating",
        label="unwanted",
        sender="stranger",
        subjects=(
            "{¿Hablamos|¿Nos vemos} {hoy|esta noche}?",
            "{Hola|Oye}{, soy $mefirst| guapo}",
            "{Nuevo|Tienes un} mensaje de $mefirst",
            "{Solteras|Mujeres} en $city {te esperan|quieren hablar}",
        ),
        body=(
            ("{Me llamo|Soy} $mefirst y {busco|quiero} {amor|un hombre serio}.", "{Vi|Me gustó} tu perfil."),
            ("{Escríbeme|Responde} {y mando fotos|}.", "Mira mis fotos."),
        ),
        calls=("Ver {fotos|perfil}",),
        layouts=(PLAIN, PERSONAL, IMAGE),
    ),
    Kind(
        id="health-gadget",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Pierda|Baje} $num kilos {en una semana|sin dieta}",
            "{Médicos|Expertos} {sorprendidos|odian}: {este truco|la receta}",
            "{Este aparato|Gadget} {se agota|-$percent}",
            "{CBD|Dolor|Próstata}: {alivio|$percent de descuento}",
        ),
        body=(
            (
                "{Este|Un} {truco|té} {quema|elimina} la grasa {mientras duerme|}.",
                "{Este aparato|La novedad} {reduce|baja} {la factura|el gasto} {a la mitad|}.",
            ),
            ("{Solo hoy|Ahora} $percent de descuento.", "{Vea|Mire} el vídeo."),
        ),
        calls=("{Comprar|Probar|Ver} {ahora|más}",),
        layouts=MAILING,
        weight=1.2,
    ),
    Kind(
        id="crypto-casino",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Bono|Giros gratis} {de $percent|para $user}",
            "{Gane|Gana} $amount al día {desde casa|con $coin}",
            "{Juegue|Apueste} {ahora|y gane}: jackpot",
        ),
        body=(
            (
                "{Regístrese|Entre} y {reciba|gane} {un bono|giros} de $amount.",
                "{Este sistema|El robot} {genera|da} $amount {al día|}{ sin trabajo|}.",
            ),
            ("{Plazas|Tiempo} {limitadas|limitado}.", "{Retire|Cobre} {en minutos|hoy}."),
        ),
        calls=("{Jugar|Empezar|Registrarme} {ahora|}",),
        layouts=MAILING,
    ),
    Kind(
        id="bulk-services",
        label="unwanted",
        sender="peddler",
        link="reply",
        subjects=(
            "{Base de datos|Envíos masivos} {$percent dto.|para empresas}",
            "{Su web|Google}: {primera página|rediseño}",
            "{Trabajo|Empleo} {desde casa|en línea}: $amount",
        ),
        body=(
            (
                "{Vendemos|Ofrecemos} {bases de datos|contactos} de {empresas|clientes}.",
                "{Vi|Analicé} su web y {tiene errores|puede vender más}.",
                "{Gane|Reciba} $amount {a la semana|} {en casa|}.",
            ),
            ("{Responda|Escriba} {para precios|por WhatsApp}.",),
        ),
        layouts=SIMPLE,
        weight=0.8,
    ),
)

BOOK = Book(lang="es", kinds=(*ATTACKS["es"], *_ATTACKS, *_SPAM))
