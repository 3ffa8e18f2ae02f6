{{- define "agora.labels" -}}
app.kubernetes.io/part-of: agora
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "agora.selector" -}}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/name: {{ .service }}
{{- end }}

{{- define "agora.name" -}}
{{ printf "%s-%s" .root.Release.Name .service | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "agora.image" -}}
{{- $tag := .root.Values.image.tag | default .root.Chart.AppVersion -}}
{{- if .root.Values.image.registry -}}{{ trimSuffix "/" .root.Values.image.registry }}/{{- end -}}{{ .service }}:{{ $tag }}
{{- end }}

{{- define "agora.scheme" -}}
{{ if .root.Values.tls.enabled }}https{{ else }}http{{ end }}
{{- end }}

{{/* The port an address names, or the one of its scheme. */}}
{{- define "agora.port" -}}
{{- $address := urlParse . -}}
{{- $port := regexFind ":[0-9]+$" $address.host | trimPrefix ":" -}}
{{ $port | default (eq $address.scheme "https" | ternary "443" "80") }}
{{- end }}

{{/* Where people see Keycloak's pages: a host of their own, or the site's. */}}
{{- define "agora.identityUrl" -}}
{{ trimSuffix "/" (.Values.identity.publicUrl | default .Values.publicUrl) }}
{{- end }}

{{- define "agora.secret" -}}
valueFrom: {secretKeyRef: {name: {{ .root.Values.existingSecret }}, key: {{ .key }}}}
{{- end }}

{{/* What a process reads: all five alike first, then each its own. */}}
{{- define "agora.env" -}}
{{- $v := .root.Values -}}
{{- $short := trimSuffix "-service" .service -}}
- name: AGORA_PUBLIC_URL
  value: {{ required "publicUrl: the address people type" $v.publicUrl | quote }}
- name: AGORA_IDENTITY_URL
  value: {{ include "agora.identityUrl" .root | quote }}
- name: AGORA_IDENTITY_ISSUER
  value: {{ printf "%s/auth/realms/agora" (include "agora.identityUrl" .root) | quote }}
- name: AGORA_IDENTITY_JWKS_URI
  value: {{ printf "%s/auth/realms/agora/protocol/openid-connect/certs" $v.identity.uri | quote }}
- name: AGORA_STATE_BRAND
  value: {{ $v.stateBrand | quote }}
- name: LOGGING_STRUCTURED_FORMAT_CONSOLE
  value: ecs
{{- if $v.tls.enabled }}
{{- range $address := compact (list $v.identity.uri $v.index.uri $v.tracing.endpoint) }}
{{- if not (hasPrefix "https://" $address) }}{{ fail (printf "tls.enabled: this address is in clear: %s" $address) }}{{ end }}
{{- end }}
- name: AGORA_TLS_CERTIFICATE
  value: /etc/agora/tls/tls.crt
- name: AGORA_TLS_KEY
  value: /etc/agora/tls/tls.key
- name: AGORA_TLS_AUTHORITIES
  value: /etc/agora/tls/ca.crt
{{- end }}
- name: SPRING_MONGODB_URI
  {{- include "agora.secret" (dict "root" .root "key" (printf "mongodb-%s" $short)) | nindent 2 }}
{{- if $v.tracing.endpoint }}
- name: AGORA_TRACES_URL
  value: {{ $v.tracing.endpoint | quote }}
- name: AGORA_TRACES_SHARE
  value: {{ $v.tracing.share | quote }}
{{- end }}
{{- if eq .service "gateway" }}
{{- range list "directory" "projects" "jobs" "search" }}
- name: AGORA_{{ upper . }}_URI
  value: {{ include "agora.scheme" $ }}://{{ include "agora.name" (dict "root" $.root "service" (printf "%s-service" .)) }}:8080
{{- end }}
- name: AGORA_GATEWAY_CLIENT_SECRET
  {{- include "agora.secret" (dict "root" .root "key" "gateway-client-secret") | nindent 2 }}
- name: SERVER_FORWARD_HEADERS_STRATEGY
  value: native
# figures have a port of their own: the public one tells whether the gateway is well, and no more
- name: MANAGEMENT_SERVER_PORT
  value: "9090"
- name: MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE
  value: health,prometheus
{{- else }}
- name: SPRING_RABBITMQ_HOST
  value: {{ $v.broker.host | quote }}
- name: SPRING_RABBITMQ_PORT
  value: {{ $v.broker.port | quote }}
- name: SPRING_RABBITMQ_USERNAME
  value: {{ $v.broker.accountEach | ternary $short $v.broker.username | quote }}
- name: SPRING_RABBITMQ_VIRTUAL_HOST
  value: {{ $v.broker.virtualHost | quote }}
- name: SPRING_RABBITMQ_PASSWORD
  {{- include "agora.secret" (dict "root" .root "key" ($v.broker.accountEach | ternary (printf "rabbitmq-%s" $short) "rabbitmq-password")) | nindent 2 }}
- name: AGORA_STEP_UP
  value: {{ $v.identity.stepUp | quote }}
- name: AGORA_BROKER_QUORUM
  value: "true"
# the gateway keeps connections to pods that leave: each is told so
- name: AGORA_LEAVE_AFTER
  value: 5s
{{- end }}
{{- if has .service (list "gateway" "directory-service" "jobs-service") }}
- name: AGORA_KEYCLOAK_URI
  value: {{ $v.identity.uri | quote }}
{{- end }}
{{- if eq .service "directory-service" }}
- name: AGORA_DIRECTORY_CLIENT_SECRET
  {{- include "agora.secret" (dict "root" .root "key" "directory-client-secret") | nindent 2 }}
{{- if $v.mail.host }}
- name: SPRING_MAIL_HOST
  value: {{ $v.mail.host | quote }}
- name: SPRING_MAIL_PORT
  value: {{ $v.mail.port | quote }}
- name: AGORA_MAIL_FROM
  value: {{ required "mail.from: the sender of every letter" $v.mail.from | quote }}
- name: AGORA_MAIL_AUTH
  value: {{ $v.mail.auth | quote }}
- name: AGORA_MAIL_STARTTLS
  value: {{ $v.mail.startTls | quote }}
{{- if $v.mail.auth }}
- name: SPRING_MAIL_USERNAME
  value: {{ $v.mail.username | quote }}
- name: SPRING_MAIL_PASSWORD
  {{- include "agora.secret" (dict "root" .root "key" "mail-password") | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}
{{- if eq .service "jobs-service" }}
- name: AGORA_JOBS_CLIENT_SECRET
  {{- include "agora.secret" (dict "root" .root "key" "jobs-client-secret") | nindent 2 }}
{{- end }}
{{- if eq .service "search-service" }}
- name: AGORA_INDEX_URI
  value: {{ $v.index.uri | quote }}
{{- end }}
{{- with index $v.extraEnv .service }}
{{ toYaml . }}
{{- end }}
{{- end }}
