"""Bad mail in Portuguese, most of it Brazilian."""

from training.synth.content.requests import ATTACKS
from training.synth.schema import ALL, BULK, IMAGE, MAILING, NOTICE, PERSONAL, PLAIN, SIMPLE, Book, Kind

_ATTACKS = (
    Kind(
        id="account-suspended",
        label="malicious",
        sender="impostor",
        brands=("account", "pay", "market"),
        subjects=(
            "{Sua|A sua} conta {$brand |}{foi|está} {bloqueada|suspensa|limitada}",
            "{Urgente|Importante|Atenção}: {confirme|atualize} {seus dados|seu cadastro}",
            "{Acesso|Atividade} {suspeito|incomum} {na sua conta|detectado}{ - $ref|}",
            "{Último|Segundo} aviso: {sua conta|o acesso} será {encerrada|cancelado} em $hours horas",
        ),
        body=(
            (
                "{Identificamos|Detectamos} {uma atividade incomum|um acesso suspeito} {na sua conta $brand|em $date}.",
                "{Por segurança|Para sua proteção}, {bloqueamos|limitamos} {temporariamente |}{sua conta|o acesso}.",
                "{Seus dados|Algumas informações} {estão desatualizados|precisam ser confirmadas}.",
            ),
            (
                (
                    "{Confirme|Atualize} {seus dados|o cadastro} {em até $hours horas|até $soon} {para evitar o "
                    "bloqueio|}."
                ),
                "{Clique|Acesse} {no botão|o link} abaixo para {desbloquear|regularizar} {a conta|seu acesso}.",
            ),
            ("", "{Caso contrário|Sem isso}, {a conta|o acesso} será {encerrada|perdido} {em definitivo|}."),
        ),
        calls=(
            "{Confirmar|Atualizar} {dados|cadastro|conta}",
            "{Desbloquear|Acessar} {agora|minha conta}",
            "REGULARIZAR AGORA",
        ),
        layouts=(*MAILING, PERSONAL),
        weight=1.6,
    ),
    Kind(
        id="mailbox",
        label="malicious",
        sender="house",
        subjects=(
            "{Sua|A} caixa de {correio|e-mail} está {cheia|quase cheia}{ - $email|}",
            "{Senha|A senha} de $email {expira|vence} {hoje|em $hours horas}",
            "$num mensagens {retidas|pendentes} {para você|no servidor}",
            "{Desativação|Atualização} {do webmail|da sua conta}: {confirme|ação necessária}",
        ),
        body=(
            (
                "{A senha|O acesso} de $email {expira|vence} em $hours horas.",
                (
                    "{Sua caixa|O espaço} {atingiu|chegou a} 9$num% {do limite|} e {novas mensagens|e-mails} {serão "
                    "recusados|não chegam}."
                ),
            ),
            (
                "{Mantenha|Você pode manter} a mesma senha {pelo|usando o} link {abaixo|}.",
                "{Entre|Faça login} para {liberar|receber} as mensagens {e mais espaço|}.",
            ),
            ("", "{Sem confirmação|Do contrário} a conta será {apagada|desativada}."),
        ),
        calls=("Manter senha", "{Liberar|Ver} mensagens", "{Aumentar|Validar} {espaço|conta}"),
        layouts=ALL,
    ),
    Kind(
        id="points-expiry",
        label="malicious",
        sender="impostor",
        brands=("points", "card"),
        subjects=(
            "{Você possui|Seus} {169|245|98}.$card pontos {acumulados|a expirar|disponíveis}",
            "{Resgate|Troque} {hoje |}seus pontos {$brand|antes que expirem}",
            "{Último dia|Atenção}: {pontos|milhas} {vencem|expiram} {hoje|em $soon}",
            "$brand {informa|comunica}: {bônus|saldo} {liberado|disponível} - $ref",
        ),
        body=(
            (
                (
                    "{Prezado cliente|Olá}, você {possui|acumulou} {169|245|98}.$card pontos {$brand "
                    "|}{disponíveis|para usar}."
                ),
                "{Seus pontos|As suas milhas} {expiram|vencem} em $soon.",
            ),
            (
                "{Troque|Resgate} por {produtos|desconto na fatura|passagens} {ou dinheiro na conta|}.",
                "{Para não perder|Seja rápido}, {valide seus dados|acesse o link} {agora|abaixo}.",
            ),
        ),
        calls=("{Resgatar|Trocar} {pontos|agora|dinheiro}", "Clique aqui", "Ver {saldo|ofertas}"),
        layouts=MAILING,
        weight=1.6,
    ),
    Kind(
        id="licence-fine",
        label="malicious",
        sender="impostor",
        brands=("fine", "toll", "state"),
        names=(
            "{Detran|DETRAN} - {Alerta|Notificação|Multas}",
            "Carteira Digital",
            "{Departamento|Central} de Trânsito",
        ),
        subjects=(
            "{Sua|A sua} CNH {está em risco|será suspensa|em processo de bloqueio}{ - $ref|}",
            "{Multa|Infração} {não paga|pendente|não contestada} {$ref|vinculada à CNH}",
            "{Olá, $user!|Atenção!} {Regularize|Evite a suspensão d}{e sua habilitação|a sua CNH} {agora|até $soon}",
            "{Pedágio|Free flow} {em aberto|não pago}: $small",
        ),
        body=(
            (
                "{Foi identificada|Consta} uma infração {grave |}{de trânsito|} {vinculada à|no registro da} sua CNH.",
                "{Há|Existe} um {pedágio|débito} em aberto de $small {referente a $date|}.",
            ),
            (
                (
                    "{O não pagamento|A falta de pagamento} {até $soon|} {resulta|resultará} na suspensão da "
                    "{habilitação|CNH}."
                ),
                (
                    "{Regularize|Pague} {em até $hours horas|hoje com desconto} para {evitar|não sofrer} {o "
                    "bloqueio|a penalidade}."
                ),
            ),
        ),
        calls=("REGULARIZAR {AGORA|SITUAÇÃO|CNH}", "{Pagar|Ver} {multa|débito}"),
        rows=(("Protocolo", "$ref"), ("Prazo", "$soon"), ("Status", "{VENCIDA|Pendente}")),
        layouts=(NOTICE, PERSONAL),
        weight=1.6,
    ),
    Kind(
        id="tax-id",
        label="malicious",
        sender="impostor",
        brands=("tax", "credit"),
        names=(
            "Receita Federal{ do Brasil|}",
            "Imposto de Renda - {Alerta|Aviso}",
            "gov.br",
            "{Cadastro|Regularize} CPF",
        ),
        subjects=(
            "{Irregularidade|Pendência} {no seu CPF|cadastral}: {regularize|protocolo $ref}",
            "{Seu CPF|O CPF} será {cancelado|bloqueado|suspenso} {em $hours horas|- $ref}",
            "{Imposto de Renda|Malha fina} $year: {pendência|restituição} de $amount",
            "{Limpe|Consulte} seu {nome|CPF} {e aumente o score|grátis}",
        ),
        body=(
            (
                (
                    "{Foi detectada|Consta} uma {irregularidade|pendência} {no seu CPF|na sua declaração} {junto ao "
                    "órgão|}."
                ),
                "{Seu|O seu} CPF {está|encontra-se} {irregular|em processo de cancelamento}.",
                "{Há|Existe} {uma restituição|um valor} de $amount {a receber|em seu nome}.",
            ),
            (
                "{Regularize|Resolva} até $soon para {evitar|não ter} {multa|bloqueio de contas|o cancelamento}.",
                "{Emita|Pague} a guia {no valor de $small|} {pelo|com} PIX {e evite restrições|}.",
            ),
        ),
        calls=("REGULARIZAR {SITUAÇÃO|CPF}", "{Emitir|Pagar} guia", "Consultar {CPF|agora}"),
        rows=(("Protocolo", "$ref"), ("Situação", "{Restrição ativa|Irregular}"), ("Data", "$date")),
        layouts=(NOTICE, PERSONAL),
        weight=1.5,
    ),
    Kind(
        id="parcel-fee",
        label="malicious",
        sender="impostor",
        brands=("parcel", "post"),
        subjects=(
            "{Atenção|Aviso}: sua encomenda {foi taxada|está retida|aguarda pagamento}{! Protocolo: $ref|}",
            "{Entrega|Objeto} $track: {tentativa falhou|taxa pendente|confirme o endereço}",
            "{Taxa|Tributo} de $small {para liberar|em aberto}: {pacote|encomenda} $ref",
        ),
        body=(
            (
                "{Sua|A sua} encomenda {está|encontra-se} retida {na alfândega|em $city} {por falta de pagamento|}.",
                "{Tentamos|Não conseguimos} entregar {o objeto|seu pacote} $track {em $date|}.",
            ),
            (
                "{Pague|Efetue o pagamento d}{a taxa de|o valor de} $small {para liberar|e evite a devolução}.",
                "{O prazo|A encomenda} {termina|será devolvida} em $soon.",
            ),
        ),
        calls=("{Pagar|Liberar} {taxa|encomenda}", "{Acompanhar|Visualizar} encomenda"),
        rows=(("Código", "$track"), ("Taxa", "$small")),
        layouts=(NOTICE, BULK, PERSONAL),
        weight=1.5,
    ),
    Kind(
        id="parcel-notice",
        label="malicious",
        sender="impostor",
        brands=("parcel", "market"),
        subjects=(
            "{Previsão|Data} de entrega: $soon",
            "{Seu pedido|Sua encomenda} {saiu para entrega|chega {hoje|em $soon}|foi enviada}",
            "{Atualização|Código} de rastreio: $track",
        ),
        body=(
            (
                "{Seu pedido|A encomenda} $track {saiu para entrega|está a caminho}.",
                "{Boas notícias:|} {seu pacote|o pedido} chega {hoje|em $soon}.",
            ),
            ("{Acompanhe|Veja} {onde está|o trajeto} {pelo link|no site}.",),
        ),
        calls=("{Rastrear|Acompanhar} {pedido|pacote}",),
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
            "$brand {informa|alerta}: {compra|PIX|transferência} de $amount {aprovada|em análise}",
            "{Seu|O seu} {cartão|dispositivo|token} {foi bloqueado|precisa ser atualizado|expira hoje}",
            "{Convite|Você foi selecionado}: cartão {Black|Platinum|sem anuidade} {aprovado|$brand}",
            "{Comunicado|Aviso} {importante|de segurança} {$ref|para $user}",
        ),
        body=(
            (
                "{Uma compra|Um PIX|Uma transferência} de $amount {foi feita|está em análise} {em $date|na sua conta}.",
                "{Seu|O} {token|dispositivo|módulo de segurança} {expira|perde a validade} {hoje|em $soon}.",
                (
                    "{Parabéns!|Com base no seu perfil,} você foi {pré-aprovado|selecionado} para o cartão "
                    "{Black|Infinite} {$brand|}."
                ),
            ),
            (
                "{Não reconhece?|Não foi você?} {Cancele|Conteste} {agora|pelo link}.",
                (
                    "{Atualize|Sincronize} {seu acesso|o dispositivo} para {não ter|evitar} o bloqueio{ e multa de "
                    "$amount|}."
                ),
                "{Aceite|Solicite} {o convite|seu cartão} {até $soon|agora}.",
            ),
        ),
        calls=(
            "{Cancelar|Contestar} {compra|PIX}",
            "{Atualizar|Acessar} {conta|agora}",
            "{Solicitar|Aceitar} convite",
            "ACESSAR SUA CONTA",
        ),
        layouts=(*MAILING, PERSONAL),
        weight=1.6,
    ),
    Kind(
        id="bank-statement",
        label="malicious",
        sender="impostor",
        brands=("bank", "card"),
        subjects=(
            "{Sua|A} fatura {de $month |}{chegou|fechou|está disponível}",
            "{Novo|Seu} {extrato|informe} {disponível|de $month}",
        ),
        body=(
            (
                "{Sua|A} fatura {final $card|de $month} {fechou em|é de} $amount.",
                "{Seu|O} extrato {de $month |}{está|já está} disponível.",
            ),
            ("{Veja|Consulte} {os detalhes|} {no aplicativo|no site}.", "{Vencimento|Vence em}: $soon."),
        ),
        calls=("Ver {fatura|extrato}",),
        layouts=(NOTICE,),
        twin=True,
        weight=0.4,
    ),
    Kind(
        id="invoice-malware",
        label="malicious",
        sender="stranger",
        link="call",
        subjects=(
            "{Segue|Envio} {a |}{nota fiscal|NF-e|boleto|fatura} {$ref|em anexo|$date}",
            "{Boleto|Fatura} {vencido|em atraso}: {evite protesto|$amount}",
            "{Processo|Intimação} {trabalhista|judicial|eletrônica} {$ref|- movimentação}",
            "{Comprovante|Orçamento|Cotação} {$ref|solicitado}",
        ),
        body=(
            (
                "{Segue|Encaminho} {em anexo|abaixo} {a nota fiscal|o boleto|o comprovante} {$ref|referente a $month}.",
                "{Informamos|Comunicamos} que o processo $ref {sofreu movimentação|tem audiência em $soon}.",
                "{Consta|Verificamos} {em aberto|} {um débito|o boleto} de $amount {vencido em $date|}.",
            ),
            (
                "{Baixe|Visualize} {o documento|os autos} {pelo link|no computador}.",
                "{Qualquer dúvida|Dúvidas}, {estou à disposição|responda}. {A senha é $card.|}",
            ),
        ),
        calls=("{Baixar|Visualizar} {documento|nota|boleto|PDF}", "Intimação{ $ref|}.zip"),
        files=("", "", "zip", "pdf", "html"),
        layouts=(*SIMPLE, NOTICE),
        weight=1.2,
    ),
    Kind(
        id="invoice",
        label="malicious",
        sender="impostor",
        brands=("telecom", "invoice", "pay"),
        subjects=(
            "{Sua|Conta} {fatura|conta} {$brand |}{chegou|de $month|vence em $soon}",
            "{Segunda via|Boleto} {disponível|$ref}",
        ),
        body=(
            (
                "{Sua|A} conta {de $month |}no valor de $amount {chegou|está disponível}.",
                "{A fatura|O boleto} $ref vence em $soon.",
            ),
            ("{Pague|Veja} {online|no aplicativo}.", "{Acesse|Baixe} a {segunda via|fatura}."),
        ),
        calls=("Ver {conta|fatura}", "Pagar"),
        rows=(("Valor", "$amount"), ("Vencimento", "$soon")),
        layouts=(NOTICE,),
        twin=True,
        weight=0.6,
    ),
    Kind(
        id="streaming-payment",
        label="malicious",
        sender="impostor",
        brands=("streaming",),
        subjects=(
            "{Sua|A} assinatura {$brand |}{foi suspensa|expirou|será cancelada}",
            "{Pagamento|Cobrança} {recusado|não aprovada}: {atualize|cartão}",
            "{Reative|Renove} {grátis por 90 dias|agora}",
        ),
        body=(
            (
                "{Não conseguimos|Não foi possível} {processar|cobrar} {o pagamento|sua assinatura}.",
                "{Sua|A} assinatura $brand {expirou|termina hoje}.",
            ),
            (
                "{Atualize|Confirme} {o cartão|os dados de pagamento} {em $hours horas|}.",
                "{Como cliente fiel|Por tempo limitado}, {ganhe|renove com} 90 dias {grátis|}.",
            ),
        ),
        calls=("{Atualizar|Renovar} {pagamento|assinatura|agora}",),
        layouts=MAILING,
        weight=0.9,
    ),
    Kind(
        id="wallet",
        label="malicious",
        sender="impostor",
        brands=("wallet", "crypto"),
        subjects=(
            "{Verifique|Valide} sua carteira {$brand|até $soon}",
            "{$coin|Airdrop} {grátis|liberado}: {resgate|participe}",
            "{Atualização|Aviso} {obrigatória|de segurança} $brand",
        ),
        body=(
            (
                "{Carteiras|Contas} não verificadas serão {suspensas|bloqueadas} em $soon.",
                "{Você tem|Há} {direito a|} $amount em $coin {a resgatar|}.",
            ),
            ("{Conecte|Valide} a carteira {com a frase de recuperação|abaixo}.",),
        ),
        calls=("{Verificar|Conectar} carteira", "Resgatar {$coin|agora}"),
        layouts=(NOTICE, BULK),
    ),
    Kind(
        id="shared-document",
        label="malicious",
        sender="impostor",
        brands=("cloud", "office", "sign"),
        subjects=(
            '$me compartilhou {"$file"|um documento|uma pasta}',
            "{Assine|Documento para assinar}: $file",
            "{Novo|Você recebeu um} {documento|arquivo} {seguro|$ref}",
        ),
        body=(
            (
                "$me {compartilhou|enviou} {o arquivo $file|um documento} {com você|}.",
                "{Um documento|$file} aguarda {sua assinatura|revisão}.",
            ),
            ("{Abra|Acesse} com {seu e-mail|a conta $email}.", "{O link|O acesso} {expira|vale até} $soon."),
        ),
        calls=("{Abrir|Ver} {documento|arquivo}", "Assinar"),
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
            "{Novo|Acesso com novo} {login|dispositivo} {na sua conta|: $device}",
            "Alerta de segurança{ para $email|}",
            "Foi você? {$city|$device}",
        ),
        body=(
            (
                "{Sua conta|A conta} $email {foi acessada|entrou} {em|de} $device.",
                "{Houve|Notamos} um novo login em $city.",
            ),
            ("{Se foi você, ignore.|} {Se não|Caso contrário}, {verifique|proteja a conta}.",),
        ),
        calls=("Verificar {atividade|acesso}", "Proteger conta"),
        layouts=(NOTICE,),
        twin=True,
        weight=0.6,
    ),
    Kind(
        id="sextortion",
        label="malicious",
        sender="extorter",
        link="none",
        subjects=(
            "{Seu|O seu} {dispositivo|e-mail} foi {invadido|hackeado}",
            "{Tenho|Gravei} {um vídeo seu|você}",
            "{Último aviso|Pagamento pendente}, $user",
        ),
        body=(
            (
                "{Invadi|Tenho acesso a} {seu computador|todos os seus dispositivos} {há semanas|}.",
                "Esta mensagem veio do seu próprio e-mail: eu o controlo.",
            ),
            ("{Gravei|Fiz} um vídeo {com sua câmera|} em {momentos íntimos|sites adultos}.",),
            ("{Envie|Transfira} $amount em Bitcoin para $wallet em {48|72} horas.",),
            ("{Senão|Caso contrário} {seus contatos|todos} {verão|recebem} o vídeo. {Não chame a polícia.|}",),
        ),
        layouts=(PLAIN, "bare_html"),
        closings=("",),
        weight=0.9,
    ),
)

_SPAM = (
    Kind(
        id="prize",
        label="unwanted",
        sender="peddler",
        brands=("prize", "shop"),
        subjects=(
            "{Parabéns|Você ganhou}{!|:} {um |}$prize {$brand|espera por você}",
            "{$user, você foi|Você foi} {selecionado|sorteado} {para ganhar|:} $prize",
            "{Responda|Complete} {a pesquisa|e ganhe} {$brand|$prize}",
            "{Última chance|Hoje}: {resgate|seu} $prize",
        ),
        body=(
            (
                "{Parabéns!|Ótima notícia!} Você foi {escolhido|sorteado} {para receber|na promoção}: $prize.",
                "{Responda|Preencha} {uma|nossa} pesquisa {da $brand |}e {ganhe|receba} $prize.",
            ),
            (
                "{Leva|Demora} um minuto. {Só paga o frete de $small.|}",
                "{Resgate|Confirme} {hoje|até $soon}: {estoque limitado|restam $num}.",
            ),
        ),
        calls=("{Resgatar|Quero meu} {prêmio|agora|$prize}", "Participar {agora|}"),
        layouts=MAILING,
        weight=1.8,
    ),
    Kind(
        id="inheritance",
        label="unwanted",
        sender="stranger",
        link="reply",
        subjects=(
            "{Olá|Saudações}{ querido amigo| em Cristo|}",
            "{Doação|Herança|Fundo} de $big",
            "{Proposta|Assunto} {confidencial|urgente}",
            "{Aguardo|Preciso de} sua resposta",
        ),
        body=(
            (
                "{Sou|Meu nome é} $me, {viúva|advogado|bancário} {em|de} $country.",
                "{Desculpe|Perdoe} {o contato|esta mensagem} {inesperada|}.",
            ),
            (
                "{Um cliente|Meu marido} {morreu|faleceu} e deixou $big {sem herdeiros|no banco}.",
                "{Estou doente|Ganhei na loteria} e {quero|desejo} doar $big {a você|}.",
            ),
            (
                "{Responda|Escreva} com nome, endereço e telefone{ para detalhes|}.",
                "Você fica com $percent. {Mantenha segredo.|}",
            ),
        ),
        layouts=SIMPLE,
        weight=1.1,
    ),
    Kind(
        id="loan",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Oferta|Crédito|Empréstimo} {de $amount|liberado|sem consulta}",
            "{Precisa de|Quer} {dinheiro|um empréstimo}? {Até $amount|Juros de 3%}",
            "{FGTS|Consignado}: {saque|antecipe} {hoje|$amount}",
        ),
        body=(
            (
                "{Concedemos|Oferecemos} empréstimos {de $amount|} {a juros de 3%|sem consulta}.",
                "{Você tem|Há} $amount {pré-aprovado|liberado} {no seu CPF|}.",
            ),
            ("{Peça|Solicite} {agora|hoje} {pelo link|respondendo este e-mail}.",),
        ),
        calls=("{Simular|Solicitar} {agora|crédito}", "Quero {meu |}dinheiro"),
        layouts=(*MAILING, *SIMPLE),
    ),
    Kind(
        id="health-plan-offers",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Plano de saúde|Seguro auto|Consórcio}: {cotação|$percent de desconto} {para $user|}",
            "{Receba|Faça} sua cotação{, $user|}",
            "{Emagreça|Perca} $num kg {em uma semana|sem dieta}",
            "{Curso|Apostila|Concurso} {com certificado|$percent off}",
        ),
        body=(
            (
                "{Cotação|Plano} com {até $percent de redução|condição especial} {só hoje|}.",
                "{Este|O} {chá|segredo} {seca|queima} {barriga|gordura} {dormindo|em dias}.",
            ),
            ("{Fale com|Chame} {um consultor|a gente} {no WhatsApp|} $phone.", "{Clique|Aproveite} {e garanta|hoje}."),
        ),
        calls=("{Cotar|Quero} {agora|online|desconto}", "Ver {oferta|vídeo}"),
        layouts=(*MAILING, PERSONAL),
        weight=1.2,
    ),
    Kind(
        id="crypto-casino",
        label="unwanted",
        sender="peddler",
        subjects=(
            "{Bônus|Rodadas grátis} {de $percent|para $user}",
            "{Ganhe|Fature} $amount por {dia|semana} {em casa|com robô}",
            "{Aposte|Jogue} {agora|e ganhe}: {PIX na hora|jackpot}",
        ),
        body=(
            (
                "{Cadastre-se|Entre} e {ganhe|receba} {bônus|giros grátis} de $amount.",
                "{Este robô|O sistema} {faz|rende} $amount {por dia|} {sem esforço|}.",
            ),
            ("{Saque|Receba} {via PIX|na hora}.", "{Vagas|Tempo} {limitadas|limitado}."),
        ),
        calls=("{Jogar|Cadastrar|Começar} agora",),
        layouts=MAILING,
    ),
    Kind(
        id="dating",
        label="unwanted",
        sender="stranger",
        subjects=(
            "{Vamos conversar|Podemos nos ver} {hoje|esta noite}?",
            "{Oi|Olá}{, sou a $mefirst| lindo}",
            "{Nova|Você tem} mensagem de $mefirst",
            "{Solteiras|Mulheres} em $city {esperam|querem conversar}",
        ),
        body=(
            (
                "{Meu nome é|Sou} $mefirst e {procuro|quero} {um amor|alguém sério}.",
                "{Vi|Gostei do} seu perfil{ ontem|}.",
            ),
            ("{Escreva|Responda} {e mando fotos|para mim}.", "{Veja|Olhe} minhas fotos."),
        ),
        calls=("Ver {fotos|perfil}", "Responder"),
        layouts=(PLAIN, PERSONAL, IMAGE),
    ),
    Kind(
        id="bulk-services",
        label="unwanted",
        sender="peddler",
        link="reply",
        subjects=(
            "{Lista de e-mails|Disparo em massa} {$percent off|para empresas}",
            "{Seu site|Google}: {primeira página|redesign}",
            "{Trabalhe|Vaga} {em casa|online}: $amount",
        ),
        body=(
            (
                "{Vendemos|Oferecemos} {listas|contatos} de {empresas|clientes} {atualizadas|}.",
                "{Ganhe|Receba} $amount {por semana|} {em casa|avaliando produtos}.",
                "{Vi|Analisei} seu site e {há erros|pode render mais}.",
            ),
            ("{Responda|Chame no WhatsApp} {para preços|e começamos}.",),
        ),
        layouts=SIMPLE,
        weight=0.8,
    ),
)

BOOK = Book(lang="pt", kinds=(*ATTACKS["pt"], *_ATTACKS, *_SPAM))
