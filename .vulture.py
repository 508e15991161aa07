"""What vulture cannot see being used: a framework calls it, a template shows it, or a reader of our JSON takes it."""

# Called by asyncio, click, uvicorn, smtpd, tqdm, or set for them.
_.connection_made
_.data_received
_.connection_lost
_.command_class
_.subcommand_metavar
_.list_commands
_.get_command
_.format_commands
_.capture_signals
_.should_exit
_.total
_.media_type
_.handle_DATA
_.socket_connect_timeout
_.socket_read_timeout
_.notify_format

# Answers in JSON: whoever calls the API reads them.
_.anderen
_.bevestigd_door
_.gebeurtenis
_.gesloten_op
_.gevraagd_op
_.nog_nodig
_.opgelegd_op
_.opschalen_op
_.p50_ms
_.p99_ms
_.span_id
_.politie_ingelicht_op
_.toegevoegd_op
_.traceId
_.tweede_stap_gemist
_.venster_seconden

# Shown by a template.
_.doe_nu
_.etiket
_.grond
_.knop
_.te_publiceren
_.te_verwerken
_.richting
_.nagekeken
_.vraagteken

# Facts and profiles: kept for who reads them later.
_.OVERGEDRAGEN
_.geopend_op
_.sessie_id
_.gemaakt_op
_.totaal_maanden_hoogstens
_.verlengingen_hoogstens
_.sms

# Fields of forms that tests make up.
_.BLAUW
_.iets
_.kleur
_.op_tijd

# What the libraries call or read.
_._create_connection
_.row_factory
_.handle_starttag
_.handle_data
_.handle_endtag

# The rota and the channels: shapes and templates read them.
_.werkt
_.vervanger
_.al_bekend
_.mislukt_achtereen
_.aangekomen_op

# Shapes that pages, templates and answers read.
_.herinnerd_op
_.afgesloten_op
_.gedaan_op
_.beantwoord_op
_.opgesteld_op
_.voorgelegd_op
_.gepubliceerd_op
_.spoedreden
_.tijdens
_.kanttekening
_.sluiten_voor
_.planzegel
_.INWONERS
_.MEDIA
_.TOEGEZEGD
_.DEELS
_.AFGEWEZEN

# What nats-py calls and reads of our client.
_._setup_nkeys_jwt_connect
_._setup_nkeys_seed_connect
_._user_jwt_cb
_._public_nkey
_._signature_cb

# Rules and invariants of a stateful test.
_.vergader
_.andere_aankomst
_.elke_melding_staat_een_keer
_.het_lvos_gaat_voor
_.teardown
_.rek
_.niets_verbodens
_.nooit_te_lang

# What an event loop asks of its selector and of what stands around it.
_._selector
_.select
_._process_events
_._write_to_self
# What a template reads of a task.
_.gebeurt_dan
_.op_de_plaat
