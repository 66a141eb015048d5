"""Benign mail in Portuguese: what campaigns, newsrooms, NGOs and their staff really get and send."""

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
    "R$$ 10",
    "R$$ 25",
    "R$$ 50",
    "R$$ 30",
    "10 euros",
)
_CAUSAS = (
    "moradia digna",
    "escola pública",
    "saúde para todos",
    "rios limpos",
    "transporte barato",
    "liberdade de imprensa",
    "creches",
    "salários justos",
    "democracia",
)
_COISAS = (
    "o panfleto",
    "o orçamento",
    "a viagem a $city",
    "a lista de imprensa",
    "a reunião da diretoria",
    "o site",
    "o relatório anual",
    "a tradução",
)

BOOK = Book(
    lang="pt",
    kinds=(
        Kind(
            id="doacao-prazo",
            label="clean",
            sender="org",
            subjects=(
                "{URGENTE: |}{faltam|só restam} $hours horas",
                "$first, {posso contar com você?|precisamos de você hoje}",
                "{ÚLTIMA CHANCE|Última chamada} {do mês|antes da eleição}",
                "{Sua doação|Cada real} vale {o dobro|em dobro}",
                "{Estamos atrás|Ainda não chegamos lá}",
                "{Não costumo pedir|Vou ser sincero}",
                "{Obrigado|Quase lá}! {Só mais um passo|Um pedido}",
                "$small por $causa",
            ),
            body=(
                (
                    (
                        "{Nossa meta vence|O prazo termina} {hoje à meia-noite|em $hours horas} e {ainda faltam "
                        "$amount|estamos abaixo do que precisamos}. {Eles têm milionários; nós temos você.|A "
                        "doação média é de $small.}"
                    ),
                    (
                        "{Boa notícia|Que alegria}: até $weekday cada doação será {dobrada|igualada por um grupo "
                        "de apoiadores}.{ Sua contribuição de $small vira muito mais para $causa.|}"
                    ),
                    (
                        "{Preciso ser franco|Vou direto ao ponto}: sem {pequenas doações|a sua ajuda} teremos que "
                        "{fechar o comitê em $city|cortar o trabalho de rua}."
                    ),
                ),
                (
                    (
                        "{Doe agora|Contribua hoje} com $small{ ou quanto puder|}. {Leva um minuto.|Pix, cartão ou "
                        "boleto.}"
                    ),
                    "{Se não puder doar, compartilhe.|Qualquer valor ajuda.}",
                ),
            ),
            names=(
                "$org",
                "$org",
                "$me",
                "$mefirst ($org)",
                "$me, $org",
            ),
            calls=("{DOAR AGORA|Quero doar $small|Dobrar minha doação|Contribuir}",),
            link="call",
            layouts=(
                BULK,
                PLAIN,
                NOTICE,
            ),
            words={
                "small": _GIFTS,
                "causa": _CAUSAS,
            },
            weight=2.0,
        ),
        Kind(
            id="boletim-campanha",
            label="clean",
            sender="org",
            subjects=(
                "{Boletim|Informativo} de $month",
                "{A semana|O que rolou} na campanha",
                "{Notícias de|Recado de} $city",
                "{Agenda|Convite}: {caminhada|plenária} na $weekday",
                "{Nosso plano|Proposta} para $causa",
                "{Balanço|Prestação de contas} {do mandato|de $month}",
                "{Newsletter|Carta} da {equipe|vereadora}",
            ),
            body=(
                (
                    (
                        "{Que semana!|Amigas e amigos,} {veja o que fizemos|aqui vai nosso resumo}: $causa, {nova "
                        "sede em $city|votação na câmara} e {agenda cheia|muito mais}."
                    ),
                    (
                        "{Na $weekday|Ontem} apresentamos {o projeto|a proposta} para $causa. {Foi escrito com "
                        "professores e enfermeiras.|Leia o texto completo no site.}"
                    ),
                ),
                (
                    (
                        "{Dia $soon, às $time|Na próxima $weekday} {tem caminhada|tem plenária aberta} em $city. "
                        "{Chame os vizinhos.|Venha!}"
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
            calls=("{Leia mais|Ver a agenda|Participar|Assistir}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            items=(
                "Caminhada :: {$weekday, $time, praça central.|Traga água.}",
                "$causa :: {O projeto em cinco pontos.|Quanto custa.}",
                "Voluntária do mês :: $me, de $city.",
                "Na imprensa :: {Entrevista no jornal.|O que disseram.}",
                "Contas ::{ $percent vieram de pequenas doações.|}",
                "Cuidado com golpes :: Não pedimos senha nem código.",
            ),
            words={
                "causa": _CAUSAS,
            },
            weight=1.5,
        ),
        Kind(
            id="abaixo-assinado",
            label="clean",
            sender="org",
            subjects=(
                "{Assine|Assine já}: {defenda|em defesa de} $causa",
                "$first, {falta a sua assinatura|você já assinou?}",
                "{URGENTE|Eles votam amanhã}: {pare essa lei|não ao corte}",
                "{Vitória|Conseguimos}!",
                "{Faltam|Só faltam} $num assinaturas",
                "{Carta aberta|Pressão} {ao Congresso|à prefeitura}",
            ),
            body=(
                (
                    (
                        "{Na próxima $weekday|Em poucos dias} {os deputados|os vereadores} votam {o corte de verba "
                        "para|o futuro de} $causa. {Não podemos aceitar calados.|Ainda dá tempo.}"
                    ),
                    "{Mais de|Já são} $num mil assinaturas! {Falta a sua.|Obrigado por lutar com a gente.}",
                ),
                ("{Assine e compartilhe|Assine agora}: vamos entregar {tudo|a lista} no dia $soon.",),
            ),
            calls=("{ASSINAR|Assinar agora|Pressionar}",),
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
            id="ong-apelo",
            label="clean",
            sender="org",
            subjects=(
                "{Sua ajuda|Sua doação} {salva vidas|faz diferença}",
                "{EMERGÊNCIA|Emergência}: {enchente|terremoto} em $country",
                "{Antes que|Antes do} {o ano acabe|inverno}",
                "{Recibo|Comprovante} da sua doação",
                "{Obrigado|Muito obrigado} por doar $amount",
                "{Relatório|Resultados} $year",
                "{Com $small|$small}: {10 refeições|um cobertor}",
            ),
            body=(
                (
                    (
                        "{Milhares de famílias|Crianças} em $country {perderam tudo|precisam de água}. Nossas "
                        "equipes {estão no local|distribuem alimentos}, {mas os estoques acabam|dia e noite}."
                    ),
                    (
                        "{Recebemos|Confirmamos} sua doação de $amount em $date. {Guarde este e-mail como "
                        "comprovante.|Muito obrigado!}"
                    ),
                ),
                ("{Doe hoje|Por favor, ajude agora}.{ De cada real, $percent vai direto aos projetos.|}",),
            ),
            calls=("{Doe agora|Quero ajudar|Ver relatório}",),
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
            id="convite-evento",
            label="clean",
            sender="org",
            subjects=(
                "{Convite|Você é nosso convidado}: {debate|lançamento} dia $soon",
                "{Inscrição|Sua inscrição} {confirmada|recebida}",
                "{Lembrete|É amanhã}: {seminário|oficina} às $time",
                "{Link|Seu link} de acesso",
                "{Assembleia|Encontro anual} $year",
                "{Adiado|Nova data}: evento de $weekday",
                "{Últimas|Restam poucas} vagas",
            ),
            body=(
                (
                    (
                        "{Convidamos você|Você está convidado} para {uma roda de conversa|um debate} sobre $causa "
                        "no dia $soon, às $time, em $city."
                    ),
                    (
                        "{Obrigado pela inscrição|Inscrição confirmada}! {O link de acesso está abaixo e é "
                        "pessoal.|Chegue dez minutos antes.}"
                    ),
                ),
                ("{Entrada gratuita.|Vagas limitadas, confirme até $weekday.|Haverá intérprete de libras.}",),
            ),
            calls=("{Confirmar presença|Inscrever-se|Entrar|Adicionar à agenda}",),
            link="call",
            layouts=(
                BULK,
                NOTICE,
                PERSONAL,
                PLAIN,
            ),
            rows=(
                ("Data", "$soon, $time"),
                ("Local", "$city"),
            ),
            words={
                "causa": _CAUSAS,
            },
        ),
        Kind(
            id="resumo-imprensa",
            label="clean",
            sender="org",
            subjects=(
                "{Resumo|Clipping} do dia, $date",
                "{Bom dia|Manhã}: {o que importa hoje|manchetes}",
                "{URGENTE|Última hora}: {ministro cai|STF decide}",
                "{As principais|Destaques} {da semana|de hoje}",
                "{Newsletter|Briefing}: {bastidores|eleições}",
                "{Leituras|Para ler} no fim de semana",
            ),
            body=(
                (
                    (
                        "{Bom dia!|Boa tarde.} {O que você precisa saber hoje|As principais notícias}: {votação em "
                        "Brasília|greve em $city}, $causa e {tempo|economia}."
                    ),
                ),
            ),
            calls=("{Leia mais|Ler completo|Assine}",),
            link="call",
            layouts=(
                BULK,
                DIGEST,
                PLAIN,
            ),
            greetings=(),
            items=(
                "Votação adiada :: {Líderes não chegam a acordo.|Fica para $weekday.}",
                "Greve em $city :: {Ônibus parados.|Nova rodada de conversa.}",
                "Golpe do Pix :: {Polícia alerta para mensagens falsas.|Como se proteger.}",
                "Preços ::{ Alta de $percent no mês.|}",
                "Opinião ::{ Por que $causa importa.|}",
                "Esporte :: {Empate em casa.|Final na $weekday.}",
            ),
            words={
                "causa": _CAUSAS,
            },
            weight=1.3,
        ),
        Kind(
            id="release-imprensa",
            label="clean",
            sender="org",
            subjects=(
                "{Release|Nota à imprensa}: $causa",
                "{Aviso de pauta|Convite à imprensa}{ para $soon|}",
                "{EMBARGO|Embargado} até $time",
                "{Nota|Posicionamento} sobre {a votação|a decisão}",
                "$org {cobra|lança} {plano|relatório}",
                "{Fotos|Imagens} disponíveis",
                "{Errata|Correção} do release",
            ),
            body=(
                (
                    (
                        "{$city, $date.|Para divulgação imediata.} $org {apresentou hoje|divulga} "
                        "{dados|relatório} sobre $causa."
                    ),
                    (
                        "Convidamos {os jornalistas|a imprensa} para coletiva no dia $soon, às $time, em $city.{ "
                        "Credenciamento até $weekday.|}"
                    ),
                ),
                ('"{Os números falam por si|Não vamos nos calar}", afirma $me, $role.{ Contato: $phone.|}',),
            ),
            calls=("{Ver nota completa|Baixar fotos|Credenciar}",),
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
            id="boletim-seguranca",
            label="clean",
            sender="org",
            subjects=(
                "{Boletim|Alerta} de segurança nº $num",
                "{Como|Aprenda a} identificar {phishing|golpes}",
                "{Cuidado|Atenção}: {falso banco|falso entregador}",
                "{Golpe|Fraude} da semana",
                "{Senhas|Chaves de acesso}: {o básico|guia}",
                "{Atualize|Atualize já}: {celular|roteador}",
            ),
            body=(
                (
                    (
                        '{Circulam mensagens|Estão chegando e-mails} que dizem "sua conta será bloqueada" ou '
                        '"pague a taxa da encomenda". {São falsos: não clique.|Apague.}'
                    ),
                    (
                        "{Nenhum banco pede senha por e-mail.|Confira o endereço, não o logotipo.}{ Se clicou, "
                        "troque a senha e avise.|}"
                    ),
                ),
            ),
            calls=("{Leia mais|Ver guia|Curso gratuito}",),
            link="call",
            layouts=(
                DIGEST,
                BULK,
                PLAIN,
            ),
            items=(
                "Taxa da encomenda :: {Por que o valor é pequeno.|Querem o cartão.}",
                "Clonagem do WhatsApp ::{ O código é só seu.|}",
                "Boleto falso ::{ Confira o beneficiário.|}",
                "Atualização ::{ $num falhas corrigidas.|}",
                "Prêmio falso ::{ Ninguém dá iPhone por pesquisa.|}",
            ),
            weight=1.3,
        ),
        Kind(
            id="pedido",
            label="clean",
            sender="brand",
            subjects=(
                "{Seu pedido|Pedido} $order {foi confirmado|a caminho}",
                "{Recebemos|Confirmamos} {seu pedido|o pagamento}",
                "{Obrigado|Valeu} pela compra, $first",
                "{Nota fiscal|NF-e} do pedido $order",
                "{Troca|Devolução} {aprovada|recebida}",
                "{Pronto|Disponível} para retirada",
                "{Atraso|Mudança} na entrega",
            ),
            body=(
                (
                    (
                        "{Obrigado por comprar com a gente!|Recebemos seu pedido.} {Avisaremos quando for "
                        "enviado.|Previsão de entrega: $soon.}"
                    ),
                    "{Recebemos sua devolução|A troca foi aprovada}.{ O estorno de $amount cai em até $days dias.|}",
                ),
                ('{Acompanhe em "Meus pedidos".|Você pode cancelar antes do envio.|}',),
            ),
            brands=("shop",),
            calls=("{Ver pedido|Acompanhar|Minha conta}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Pedido", "$order"),
                ("Produto", "$product"),
                ("Total", "$amount"),
                ("Entrega", "$soon"),
            ),
            weight=1.5,
        ),
        Kind(
            id="encomenda",
            label="clean",
            sender="brand",
            subjects=(
                "{Sua encomenda|Objeto $track} {saiu para entrega|a caminho}",
                "{Entrega|Objeto} {realizada|entregue}",
                "{Tentativa|Não encontramos ninguém}: {nova entrega|retire na agência}",
                "{Chega|Entrega} {hoje|na $weekday}",
                "{Rastreio|Código de rastreio}: $track",
                "{Importação|Tributos}: {encomenda $track|informação}",
                "{Aguardando|Disponível para} retirada",
            ),
            body=(
                (
                    (
                        "{Sua encomenda|O objeto $track} {saiu para entrega|está a caminho} e chega {hoje|na "
                        "$weekday} até as 18h.{ Alguém precisa assinar.|}"
                    ),
                    (
                        "{Tentamos entregar|Passamos aí} mas {não havia ninguém|o endereço estava fechado}. "
                        "{Retire na agência até $soon com documento.|Faremos nova tentativa.}"
                    ),
                    "{Objeto entregue|Entrega feita} em $date às $time.{ Recebido por: $last.|}",
                ),
                ("{Acompanhe pelo código no nosso site ou aplicativo.|Nunca pedimos senha do banco.|}",),
            ),
            brands=("parcel",),
            calls=("{Rastrear|Acompanhar entrega|Ver detalhes}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.8,
        ),
        Kind(
            id="senha-pedida",
            label="clean",
            sender="brand",
            subjects=(
                "{Redefinir|Redefina sua} senha",
                "{Você pediu|Pedido} para trocar a senha",
                "{Esqueceu|Esqueceu sua} senha?",
                "$code é {seu código|o seu código de acesso}",
                "{Confirme|Verifique} seu e-mail",
                "{Bem-vindo|Olá}! {Ative sua conta|Falta um passo}",
                "{Link|Seu link} para {nova senha|entrar}",
            ),
            body=(
                (
                    (
                        "{Recebemos um pedido|Você pediu} para redefinir a senha da conta $email.{ O link vale por "
                        "$hours horas.|}"
                    ),
                    "{Seu código é|Use o código} $code. {Não compartilhe com ninguém.|Vale 10 minutos.}",
                    (
                        "{Obrigado por se cadastrar|Boas-vindas}! {Confirme|Clique para confirmar} que $email é "
                        "{seu|o seu e-mail}."
                    ),
                ),
                (("{Não foi você?|Não pediu isso?} {Ignore esta mensagem|Nada a fazer}; sua senha continua a mesma."),),
            ),
            brands=("account", "software", "dev", "social"),
            calls=("{Redefinir senha|Criar nova senha|Confirmar e-mail}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=1.5,
        ),
        Kind(
            id="novo-acesso",
            label="clean",
            sender="brand",
            subjects=(
                "{Novo|Um novo} acesso {à sua conta|em $device}",
                "{Alerta|Aviso} de segurança",
                "{Foi você|Era você}?",
                "{Novo dispositivo|Dispositivo}: $device",
                "{Sua senha|Senha} foi {alterada|trocada}",
                "{Verificação|Autenticação} em duas etapas{ ativada|}",
            ),
            body=(
                (
                    "{Houve|Detectamos} um {novo |}acesso à conta $email: $device, {perto de |}$city, $date $time.",
                    "A senha {da sua conta|de $email} foi {alterada|trocada} em $date.",
                ),
                (
                    (
                        "{Se foi você, ignore este aviso.|Reconhece? Tudo certo.} {Caso contrário, proteja sua "
                        "conta.|Se não, troque a senha.}"
                    ),
                ),
            ),
            brands=("account", "social", "bank", "dev"),
            calls=("{Ver atividade|Fui eu|Proteger conta}",),
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
                "{Sua fatura|Fatura} {fechou|de $month chegou}",
                "{Extrato|Informe de rendimentos} {disponível|$year}",
                "{Compra|Compra aprovada} de $amount",
                "{Pix|Transferência} {recebido|enviada}: $amount",
                "{Nova mensagem|Documento novo} no aplicativo",
                "{Seu novo cartão|Cartão} {a caminho|desbloqueado}",
                "{Mudança|Atualização} {no contrato|das tarifas}",
                "{Cuidado|Fique atento} com {golpes|falsas centrais}",
                "{Limite|Seu limite} {aumentou|foi ajustado}",
            ),
            body=(
                (
                    (
                        "{Sua fatura|A fatura do cartão final $card} fechou em $amount, com vencimento em $soon. "
                        "{Pague pelo aplicativo.|Débito automático ativo.}"
                    ),
                    (
                        "{Compra aprovada|Compra} de $amount no cartão final $card em $date.{ Não reconhece? "
                        "Bloqueie no app.|}"
                    ),
                    (
                        "{Há um documento novo|Seu informe está} {no aplicativo|na área do cliente}.{ Entre como "
                        "de costume.|}"
                    ),
                ),
                (
                    (
                        "{Nunca pedimos senha, código ou cartão por e-mail.|Na dúvida, ligue para o número no "
                        "verso do cartão.|}"
                    ),
                ),
            ),
            brands=("bank", "card"),
            calls=("{Abrir aplicativo|Ver fatura|Acessar conta}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
                BULK,
            ),
            weight=2.0,
        ),
        Kind(
            id="assinatura-cobranca",
            label="clean",
            sender="brand",
            subjects=(
                "{Sua conta|Fatura} de $month {chegou|disponível}",
                "{Pagamento|Seu pagamento} {não aprovado|recusado}",
                "{Assinatura|Plano} {renova em $soon|renovado}",
                "{Reajuste|Novo preço}{ do plano|}",
                "{Recibo|Comprovante} $ref",
                "{Segunda via|Boleto} disponível",
                "{Domínio|Seu domínio} vence em $soon",
            ),
            body=(
                (
                    (
                        "{Sua conta de $month está disponível|Chegou a fatura $ref}: $amount, vencimento $soon.{ "
                        "Débito automático ativo.|}"
                    ),
                    (
                        "{Não conseguimos|O banco não aprovou} a última cobrança. {Confira o cartão cadastrado na "
                        "sua conta.|Vamos tentar de novo em $days dias.}"
                    ),
                    "{Seu plano|A assinatura} renova em $soon por $small.{ Cancele quando quiser.|}",
                ),
            ),
            brands=("streaming", "telecom", "software", "domain"),
            calls=("{Ver fatura|Atualizar pagamento|Minha conta}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
            rows=(
                ("Fatura", "$ref"),
                ("Valor", "$amount"),
                ("Vencimento", "$soon"),
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
                "{SÓ HOJE|Só hoje}: {até |}$percent OFF",
                "{Cupom|Presente} {para você|de $small}, $first",
                "{Frete grátis|Frete GRÁTIS} {hoje|no fim de semana}",
                "{Última chance|Acaba hoje}",
                "{Seus pontos|$num pontos} {expiram|vão vencer} em $soon",
                "{Chegou|Novidade}: $product",
                "{Voos|Passagens} a partir de $small",
                "{Black Friday|Liquidação} {começou|antecipada}",
                "{Esqueceu|Ainda quer} {algo no carrinho|o $product}?",
            ),
            body=(
                (
                    (
                        "{Só até $weekday|Hoje}: {até |}$percent de desconto em {todo o site|casa e moda}. "
                        "{Enquanto durarem os estoques.|Parcele sem juros.}"
                    ),
                    ("{Parabéns!|Feliz aniversário!} {Você ganhou um cupom|Seu presente} de $small, válido até $soon."),
                    "{Você tem|São} $num pontos; parte {expira|vence} em $soon.{ Use no site ou transfira.|}",
                ),
                ("{Promoção não cumulativa.|Consulte o regulamento.|}",),
            ),
            brands=("shop", "airline", "travel", "points"),
            calls=("{COMPRAR|Aproveitar|Resgatar|Ver ofertas}",),
            link="call",
            layouts=(
                BULK,
                IMAGE,
                NOTICE,
            ),
            items=(
                "$product :: {de $amount por $small|$percent OFF}",
                "Mais vendidos ::{ a partir de $small|}",
                "$city :: {ida e volta $amount|3 noites}",
            ),
            weight=1.8,
        ),
        Kind(
            id="servicos-aviso",
            label="clean",
            sender="brand",
            subjects=(
                '$me compartilhou {"$file"|um documento}{ com você|}',
                "{Convite|Reunião}: {pauta|equipe} $soon, $time",
                "{Você tem|Há} $num {notificações|mensagens}",
                "[{site|arquivo}] {erro no login|teste falhou} (#$num)",
                "{Assine|Para assinar}: $file",
                "$me {comentou|marcou você}",
                "{Armazenamento|Espaço} {quase cheio|$percent usado}",
                "{Documento|Assinatura} concluída: $file",
            ),
            body=(
                (
                    (
                        '$me {compartilhou o documento "$file"|convidou você para uma reunião|mencionou você em '
                        "um comentário}.{ Você recebeu porque faz parte do grupo.|}"
                    ),
                    (
                        "{Seu espaço está $percent cheio.|Você tem $num notificações novas.}{ Veja as opções nas "
                        "configurações.|}"
                    ),
                ),
            ),
            brands=("social", "dev", "office", "cloud", "sign", "meeting"),
            calls=("{Abrir|Ver documento|Aceitar|Responder}",),
            link="call",
            layouts=(
                NOTICE,
                PLAIN,
            ),
            weight=1.5,
        ),
        Kind(
            id="ata-reuniao",
            label="clean",
            sender="colleague",
            subjects=(
                "{Ata|Notas} {da reunião|de $weekday}",
                "{Pauta|Pauta da reunião}{ $soon|}",
                "{Re: |}{reunião|reunião de equipe}",
                "{Rascunho|Versão final}: $coisa",
                "{Pode|Consegue} {revisar|ler} até $weekday?",
                "{Números|Planilha}{ para $weekday|}",
                "{URGENTE|Aprovação}: {gráfica espera|até $time}",
            ),
            body=(
                (
                    (
                        "{Segue|Em anexo} {a ata|o resumo} da reunião. {Correções até $weekday.|Obrigado, "
                        "$mefirst, pelas anotações.}"
                    ),
                    (
                        "{Segue o rascunho|Aqui está a nova versão}. Pode {revisar|ler} até $weekday? {Mudei o "
                        "número da página 2.|A gráfica está esperando, desculpe a pressa.}"
                    ),
                ),
                ("{Ficou decidido|Decidimos}: $coisa {segue|fica para $soon}.{ Próxima reunião às $time.|}",),
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
                "coisa": _COISAS,
            },
            weight=1.5,
        ),
        Kind(
            id="resposta-curta",
            label="clean",
            sender="colleague",
            subjects=(
                "Re: {reunião|almoço|fotos|números}",
                "{RES|Re}: {Re: |}{ligação|lista|texto}",
                "{RE|Re}: {passagem|pauta}",
            ),
            body=(
                (
                    "{ok, obrigada|Beleza|Combinado}!",
                    "{Sim|Claro}, {pode ser|até lá}.",
                    "{Feito|Enviado}.",
                    "{Te ligo|Chego} às $time.",
                    "{Ainda não|Não}, {estou esperando|amanhã vejo}.",
                    "{Valeu|Muito obrigado} mesmo!",
                ),
                (
                    "",
                    "{abs|bjs}",
                    "",
                ),
            ),
            link="none",
            layouts=(REPLY,),
            greetings=(),
            closings=(
                "abs",
                "bjs",
                "",
                "",
            ),
            footer=(),
            weight=2.2,
        ),
        Kind(
            id="nota-fornecedor",
            label="clean",
            sender="person",
            subjects=(
                "{Nota fiscal|NF} $ref",
                "{Orçamento|Proposta} {$ref|solicitado}",
                "{Lembrete|Pagamento em aberto}: {NF $ref|$ref}",
                "{Recibo|Honorários} de $month",
                "{Boleto|Fatura} {referente a $month|do aluguel}",
            ),
            body=(
                (
                    (
                        "{Segue em anexo|Envio} a nota {$ref |}de $amount {pela impressão dos panfletos|pela "
                        "tradução}, {conforme combinado|pagamento na conta de sempre}."
                    ),
                    "{Consta em aberto|Acho que passou}: NF $ref, $amount.{ Se já pagou, desconsidere.|}",
                    "{Obrigado pelo contato.|} O orçamento ficou em $amount{, válido até $soon|}.",
                ),
                ("{Obrigado pela parceria!|}",),
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
            id="interno-ti-rh",
            label="clean",
            sender="system",
            subjects=(
                "{Manutenção|Parada} do {e-mail|servidor} em $soon",
                "{Sua senha|Senha da rede} vence em $days dias",
                "{Holerite|Contracheque} de $month",
                "{Férias|Pedido} {aprovadas|$ref aprovado}",
                "{Alerta|Cuidado}: {e-mail falso|phishing} circulando",
                "{Chamado|Ticket} #$num {resolvido|aberto}",
                "{ALERTA|OK}: {web1|backup} {disco cheio|concluído}",
            ),
            body=(
                (
                    (
                        "No dia $soon, a partir das $time, {o e-mail|o servidor de arquivos} ficará fora do ar por "
                        "{$hours horas|pouco tempo}.{ Salve seu trabalho.|}"
                    ),
                    (
                        "Sua senha da rede vence em $days dias. {Troque no computador do escritório com "
                        "Ctrl+Alt+Del.|Nunca mandamos link para isso.}"
                    ),
                    (
                        '{Várias pessoas receberam|Recebemos relatos de} um e-mail "caixa cheia, confirme '
                        'agora". {É falso, apague.|Não clique.}'
                    ),
                    "{Suas férias|O pedido $ref} {foram aprovadas|foi aprovado}.{ Bom descanso!|}",
                ),
            ),
            names=(
                "TI",
                "Suporte",
                "RH",
                "Monitoramento",
            ),
            locals=(
                "ti",
                "suporte",
                "rh",
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
            id="aviso-golpe",
            label="clean",
            sender="colleague",
            subjects=(
                "{Enc: |}{isso é verdade?|será golpe?}",
                "{Cuidado|Atenção}: {e-mail falso|golpe}",
                "{Não|Por favor não} {cliquem|abram}",
                "{Mais alguém|Vocês} recebeu isso?",
                "{Boleto|Fatura} {falso|falsa}",
                "{Usaram|Estão usando} meu nome",
                "{Cliquei|Acho que cliquei} num link",
            ),
            body=(
                (
                    (
                        "{Chegou hoje|Recebemos} um e-mail dizendo que {a conta será suspensa|falta pagar uma taxa "
                        'de $small}, "confirme seus dados". {É golpe, apaguem.|Não respondam.}'
                    ),
                    "{Isso é verdade?|Pode dar uma olhada?} {O endereço parece estranho.|Não cliquei em nada.}",
                    "{Alguém|Um estranho} pede {gift cards|um Pix} em meu nome.{ Não sou eu!|}",
                ),
                (
                    "{Na dúvida, me liguem.|Obrigada por avisar.|}",
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
                "Sua conta foi limitada. Confirme seus dados em $hours horas.",
                "Sua encomenda está retida: pague $small.",
                "Você ganhou um $prize, responda à pesquisa.",
                "Preciso que faça um Pix agora, estou em reunião.",
            ),
            footer=(),
            weight=2.0,
        ),
        Kind(
            id="pessoal",
            label="clean",
            sender="person",
            subjects=(
                "{Domingo|Fim de semana}?",
                "{Fotos|Vídeo} {da viagem|da festa}",
                "{Aniversário|Festa} {da vó|na $weekday}",
                "{Saudades|Oi} de $city",
                "{Meus sentimentos|Notícia triste}",
                "{Obrigada|Obrigado}{ por tudo|}!",
                "{Reunião de pais|Passeio da escola} $soon",
                "{Treino|Ensaio} {cancelado|mudou}",
                "{Apartamento|Bicicleta} ainda {disponível|à venda}?",
            ),
            body=(
                (
                    (
                        "{Vocês vêm|Você vem} no {domingo|fim de semana}? {Vai ter churrasco|A mãe vai cozinhar}.{ "
                        "Traz sobremesa.|}"
                    ),
                    "{Chegamos bem|Aqui chove}, {as crianças adoram|seguem fotos}.{ Beijos a todos.|}",
                    (
                        "{Sinto muito|Meus sentimentos}{ pela sua perda|}. {Não se preocupe com o "
                        "trabalho.|Estamos com você.}"
                    ),
                    "Senhores pais, o passeio será em $soon.{ Enviar $small e lanche.|}",
                ),
                ("{Beijos|Abraço}, $mefirst",),
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
            id="jornalista-fonte",
            label="clean",
            sender="person",
            subjects=(
                "{Pedido|Pergunta} da imprensa: {resposta até $time|gastos}",
                "{Entrevista|Convite para entrevista}",
                "{Informação|Denúncia} sobre {licitação|hospital}",
                "{Confidencial|Por favor, sigilo}",
                "{Podemos falar|Como falar} com segurança?",
                "{Sobre|Li} sua matéria",
                "{Checagem|Dúvida} {de um dado|do relatório}",
            ),
            body=(
                (
                    (
                        "{Sou repórter|Sou jornalista freelancer} e {apuro|escrevo} sobre {gastos de campanha|o "
                        "contrato em $city}. {Podem responder até as $time?|Teria dez minutos hoje?}"
                    ),
                    (
                        "{Trabalho|Trabalhei} {na prefeitura|num hospital} e {tenho documentos|vi contratos} que "
                        "{deveriam ser conhecidos|não batem}. {Não use meu nome.|Podemos falar pelo Signal?}"
                    ),
                ),
                ("{Meu telefone é $phone.|Escrevo de um e-mail novo por cuidado.|}",),
            ),
            link="reply",
            layouts=(
                PLAIN,
                PERSONAL,
            ),
            weight=1.5,
        ),
        Kind(
            id="curriculo",
            label="clean",
            sender="person",
            subjects=(
                "{Currículo|Candidatura}: $role",
                "{Vaga|Candidatura à vaga} {de $role|$ref}",
                "{Entrevista|Convite para entrevista} em $soon",
                "{Estágio|Voluntariado}{ em $month|}",
                "{Retorno|Resposta} sobre a vaga",
            ),
            body=(
                (
                    "{Envio|Segue} meu currículo para a vaga de $role.{ Estou à disposição.|}",
                    (
                        "{Obrigado por se candidatar.|} {Gostaríamos de conversar em $soon às $time.|Seguimos com "
                        "outro candidato, obrigado pelo interesse.}"
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
                "{Resposta automática|Ausência}: {reunião|pedido}",
                "{Fora do escritório|De férias} até $soon",
                "{Lida|Confirmação de leitura}: {convite|ata}",
                "{Recesso|Escritório fechado} até $soon",
                "{Licença|Viagem}{ até $soon|}",
            ),
            body=(
                (
                    "{Obrigado pela mensagem.|} Estarei {fora|de férias} até $soon. Urgências com $me, $phone.",
                    "Sua mensagem foi {lida|aberta} em $date às $time.{ Aviso automático.|}",
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
            id="devolvida",
            label="clean",
            sender="system",
            subjects=(
                "{Falha na entrega|Não entregue}: {ata|convite}",
                "{Undelivered Mail Returned to Sender|Mail delivery failed}",
                "{Mensagem|Entrega} {atrasada|devolvida}",
                "{Caixa|Destinatário} {cheia|desconhecido}: {reunião|Re: lista}",
            ),
            body=(
                (
                    (
                        "{Sua mensagem|A mensagem} não pôde ser entregue: {usuário desconhecido (550 5.1.1)|caixa "
                        "cheia (552 5.2.2)}.{ Verifique o endereço.|}"
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
                "{Re: |}{dúvida|problema} com {o servidor|o script}",
                "{Re: |}{nota pública|manifesto}{ sobre a lei|}",
                "{Reunião|Encontro} do grupo em $soon",
                "{Re: |}{filtro de spam|phishing na lista}",
                "{Lançamento|Anúncio}: versão 1.$num",
            ),
            body=(
                (
                    (
                        '{Oi, pessoal,|Olá a todos,} depois da atualização {o script para|aparece "conexão '
                        'recusada"}. {Alguém já viu?|Log abaixo.}'
                    ),
                    "{Quem assina|Estamos colhendo assinaturas para} a {nota|carta}?{ Prazo: $soon.|}",
                ),
            ),
            link="none",
            layouts=(LIST,),
            greetings=(),
            closings=(
                "Abraços,",
                "Valeu,",
                "",
                "",
            ),
            weight=1.3,
        ),
        Kind(
            id="associado",
            label="clean",
            sender="org",
            subjects=(
                "{Anuidade|Contribuição} $year",
                "{Confirme|Confirmação de} {inscrição|cadastro}",
                "{Boas-vindas|Bem-vinda}{ a $org|}",
                "{Pesquisa|Sua opinião}: {3 perguntas|prioridades}",
                "{Erramos|Correção}: {link|data}",
                "{Consulta|Lembrete}: $soon, $time",
                "{Resultado|Exame} disponível",
            ),
            body=(
                (
                    (
                        "{Obrigado por fazer parte|Que bom ter você aqui}! {A anuidade de $year é $small.|O boleto "
                        "segue anexo.}"
                    ),
                    (
                        "{Confirme|Clique para confirmar} que deseja receber {nosso boletim|notícias}.{ Se não foi "
                        "você, ignore.|}"
                    ),
                    "{Lembramos da sua consulta|Sua consulta} em $soon às $time.{ Avise se não puder vir.|}",
                    "No último e-mail {o link estava errado|erramos a data}. {O certo é $soon, $time.|Desculpe!}",
                ),
            ),
            calls=("{Confirmar|Responder pesquisa|Área do associado}",),
            link="call",
            layouts=(
                NOTICE,
                BULK,
                PLAIN,
            ),
        ),
    ),
)
