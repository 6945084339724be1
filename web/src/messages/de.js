// Every text of the page in German.

import { formats } from './format.js';

const f = formats('de');
const { number, count } = f;

/** @type {Record<string, import('./en.js').FailureText>} */
const failures = {
  empty: {
    title: 'Diese Datei ist leer',
    what: 'Sie enthält kein einziges Byte.',
    todo: 'Exportieren Sie die HAR-Datei noch einmal, warten Sie das Ende des Exports ab und wählen Sie die neue Datei.',
  },
  'not-json': {
    title: 'Das ist keine HAR-Datei',
    what: 'Eine HAR-Datei ist Text, der mit einer geschweiften Klammer beginnt. Diese beginnt mit etwas anderem; vielleicht ist sie ein Bild, ein Archiv oder eine Webseite.',
    todo: 'Wählen Sie die Datei, die Ihr Browser mit „Alle als HAR speichern“ gespeichert hat.',
  },
  syntax: {
    title: 'Diese Datei ist beschädigt',
    what: 'Sie beginnt wie eine HAR-Datei und ist dann kein gültiges JSON mehr.',
    todo: 'Hat jemand die Datei bearbeitet, nehmen Sie das Original. Sonst exportieren Sie sie noch einmal.',
  },
  truncated: {
    title: 'Diese Datei ist abgeschnitten',
    what: 'Sie endet mittendrin, wie ein Download, der unterbrochen wurde.',
    todo: 'Exportieren Sie die HAR-Datei noch einmal, warten Sie das Ende des Exports ab und wählen Sie die neue Datei.',
  },
  'not-har': {
    title: 'Das ist keine HAR-Datei',
    what: 'Sie ist gültiges JSON, enthält aber keine Liste von Anfragen (log.entries).',
    todo: 'Wählen Sie die Datei, die Ihr Browser mit „Alle als HAR speichern“ gespeichert hat.',
  },
  'too-deep': {
    title: 'Diese Datei ist zu tief verschachtelt',
    what: 'In ihr stehen Klammern in Klammern, tiefer als jeder Browser sie schreibt. Deshalb lässt sie sich nicht bis zum Ende prüfen.',
    todo: 'Exportieren Sie die HAR-Datei noch einmal, direkt aus Ihrem Browser.',
  },
  'too-large': {
    title: 'Diese Datei ist zu groß',
    what: 'Eine einzelne Anfrage in ihr, die ganze Datei oder alle Dateien zusammen sind größer, als diese Seite prüfen kann.',
    todo: 'Wählen Sie weniger Dateien auf einmal. Ist es nur eine, zeichnen Sie noch einmal auf und beenden Sie die Aufzeichnung, kurz nachdem das Problem aufgetreten ist.',
  },
  bomb: {
    title: 'Dieses Archiv ist nicht, was es scheint',
    what: 'Entpackt wäre es weit größer als jede Aufzeichnung. Deshalb wurde es nicht zu Ende gelesen.',
    todo: 'Wählen Sie statt eines Archivs die HAR-Datei selbst.',
  },
  archive: {
    title: 'Dieses Archiv lässt sich nicht verwenden',
    what: 'Es ist beschädigt, verschlüsselt oder auf ungewöhnliche Weise gepackt, oder es enthält keine Datei, deren Name auf .har endet.',
    todo: 'Entpacken Sie es auf Ihrem Computer und wählen Sie die HAR-Dateien, die darin waren.',
  },
  policy: {
    title: 'Die Einstellungen sind ungültig',
    what: 'Die Regeln zum Schwärzen, die diese Seite bekommen hat, sind nicht lesbar.',
    todo: 'Sagen Sie denen Bescheid, die diese Seite betreiben.',
  },
  changed: {
    title: 'Die Datei wurde beim Lesen verändert',
    what: 'Sie wird zweimal gelesen, und beide Male kamen nicht dieselben Bytes.',
    todo: 'Warten Sie das Ende des Exports ab und wählen Sie die Datei noch einmal.',
  },
  read: {
    title: 'Die Datei war nicht lesbar',
    what: 'Ihr Browser konnte sie nicht bis zum Ende lesen. Vielleicht wurde sie verschoben, gelöscht oder verändert, oder sie ist ein Ordner.',
    todo: 'Wählen Sie die Datei noch einmal. Liegt sie auf einem Netzlaufwerk, kopieren Sie sie zuerst auf diesen Computer.',
  },
  verify: {
    title: 'Die Prüfung des Ergebnisses ist fehlgeschlagen',
    what: 'Die geschwärzte Datei wurde noch einmal gelesen, und ein Geheimnis stand noch darin. Deshalb wurde sie verworfen.',
    todo: 'Bitte senden Sie das Original nicht. Sagen Sie denen, die dieses Werkzeug pflegen, mit welchem Programm die Datei gemacht wurde.',
  },
  crashed: {
    title: 'Das Schwärzen ist stehen geblieben',
    what: 'Der Teil, der die Datei liest, hat plötzlich aufgehört; vielleicht ist der Arbeitsspeicher dieses Computers voll.',
    todo: 'Schließen Sie andere Tabs und Programme und beginnen Sie von vorn.',
  },
  internal: {
    title: 'In diesem Werkzeug ist etwas schiefgegangen',
    what: 'Es ist in einen Zustand geraten, den es nicht geben dürfte, und hat sicherheitshalber aufgehört.',
    todo: 'Beginnen Sie von vorn. Geschieht es wieder, sagen Sie denen, die dieses Werkzeug pflegen, mit welchem Programm die Datei gemacht wurde.',
  },
  unsupported: {
    title: 'Dieser Browser kann das nicht',
    what: 'Ihm fehlen WebAssembly, Worker oder das Entpacken, oder sie sind ausgeschaltet.',
    todo: 'Nehmen Sie eine aktuelle Version von Chrome, Edge, Firefox oder Safari.',
  },
  several: {
    title: 'Das sind zu viele Dateien',
    what: 'Es sind mehr HAR-Dateien, als diese Seite auf einmal nehmen kann.',
    todo: 'Wählen Sie weniger davon, speichern Sie das Ergebnis und machen Sie mit den anderen weiter.',
  },
};

/** @type {Record<string, import('./en.js').KindText>} */
const kinds = {
  address: { many: 'Postanschriften', one: 'Postanschrift', why: 'Sie verrät, wo eine Person wohnt oder ist.' },
  birthdate: { many: 'Geburtsdaten', one: 'Geburtsdatum', why: 'Es ist persönlich, und manche Dienste fragen es als Nachweis ab.' },
  body: { many: 'Inhalte', one: 'Inhalt', why: 'Sie wollten Inhalte entfernen.' },
  card: { many: 'Karten- und Kontonummern', one: 'Karten- oder Kontonummer', why: 'Damit kann jemand bezahlen.' },
  code: { many: 'Anmeldecodes', one: 'Anmeldecode', why: 'Er lässt sich in einen Zugang zum Konto tauschen.' },
  cookie: { many: 'Cookies', one: 'Cookie', why: 'Ein Cookie kann jemanden angemeldet halten.' },
  credential: { many: 'Zugangsdaten', one: 'Zugangsdaten', why: 'Wer sie hat, kann als Absender der Anfrage auftreten.' },
  csrf: { many: 'Formular-Token (CSRF)', one: 'Formular-Token (CSRF)', why: 'Zusammen mit der Sitzung kann man damit als die Person handeln.' },
  email: { many: 'E-Mail-Adressen', one: 'E-Mail-Adresse', why: 'Sie benennt eine Person.' },
  ip: { many: 'IP-Adressen', one: 'IP-Adresse', why: 'Sie verrät, wo der Computer einer Person steht.' },
  jwt: { many: 'Signierte Token (JWT)', one: 'Signiertes Token (JWT)', why: 'Wer es mit seiner Signatur hat, kann als die Person handeln. Kopf und Angaben bleiben stehen.' },
  key: { many: 'Schlüssel', one: 'Schlüssel', why: 'Wer ihn hat, kann den Dienst wie sein Besitzer nutzen.' },
  manual: { many: 'Von Hand Entferntes', one: 'Von Ihnen entfernt', why: 'Sie wollten es entfernen.' },
  name: { many: 'Personennamen', one: 'Personenname', why: 'Er benennt eine Person.' },
  nonce: { many: 'Einmalwerte (Nonces)', one: 'Einmalwert (Nonce)', why: 'Er bindet eine Anmeldung an eine Anfrage.' },
  otp: { many: 'Einmalcodes', one: 'Einmalcode', why: 'Er bestätigt eine Anmeldung.' },
  password: { many: 'Passwörter', one: 'Passwort', why: 'Damit kann sich jemand anmelden.' },
  phone: { many: 'Telefonnummern', one: 'Telefonnummer', why: 'Sie führt zu einer Person.' },
  pin: { many: 'PINs und Ausweisnummern', one: 'PIN oder Ausweisnummer', why: 'Sie beweist, wer jemand ist.' },
  query: { many: 'Werte in Adressen', one: 'Wert in einer Adresse', why: 'Er sagt, wonach gefragt wurde, unter einem Namen, der nicht als harmlos bekannt ist.' },
  saml: { many: 'Anmeldebestätigungen (SAML)', one: 'Anmeldebestätigung (SAML)', why: 'Wer sie hat, kann sich als die Person anmelden.' },
  secret: { many: 'Andere Geheimnisse', one: 'Geheimnis', why: 'Zwei Seiten teilen es, und sonst soll es niemand haben.' },
  seed: { many: 'Grundlagen von Einmalcodes', one: 'Grundlage von Einmalcodes', why: 'Damit kann jeder Einmalcodes erzeugen.' },
  session: { many: 'Sitzungen', one: 'Sitzung', why: 'Wer sie hat, ist als die Person angemeldet.' },
  signature: { many: 'Signaturen', one: 'Signatur', why: 'Mit ihr gilt ein Link oder eine Nachricht als echt.' },
  state: { many: 'Zustände einer Anmeldung', one: 'Zustand einer Anmeldung', why: 'Wer ihn hat, kann eine laufende Anmeldung fortsetzen.' },
  ticket: { many: 'Anmelde-Tickets', one: 'Anmelde-Ticket', why: 'Es meldet die Person an.' },
  token: { many: 'Token', one: 'Token', why: 'Wer es hat, kann als die Person handeln.' },
  user: { many: 'Benutzernamen und -kennungen', one: 'Benutzername oder -kennung', why: 'Er benennt eine Person.' },
  webhook: { many: 'Webhooks', one: 'Webhook', why: 'Wer ihn hat, kann an ihn senden.' },
};

/** @type {Record<string, string>} */
const bodies = {
  'body.request': 'Inhalte von Anfragen',
  'body.response': 'Inhalte von Antworten',
  'body.field': 'Was in Formularfeldern gesendet wurde',
  'body.message': 'Nachrichten von WebSockets und Ereignisströmen',
  'shape.body': 'Was sich nicht prüfen ließ',
};

/** @type {Record<string, string>} */
const presets = { standard: 'Standard', strict: 'Streng' };

/** @type {Record<string, string>} */
const notInspected = {
  audio: 'Ton',
  binary: 'Binärdaten',
  encrypted: 'Verschlüsselte Daten',
  font: 'Schriften',
  image: 'Bilder',
  media: 'Ton und Video',
  'too-deep': 'Zu tief verpackte Daten',
  'too-large': 'Zu große Daten',
  undecodable: 'Nicht entschlüsselbare Daten',
  video: 'Video',
  wasm: 'WebAssembly',
};

/** @param {string} id */
const plain = (id) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** @param {number} offset */
const at = (offset) => `bei Byte ${number(offset)}`;

/** @param {number} n */
const secrets = (n) => count(n, { one: '# Geheimnis', other: '# Geheimnisse' });
/** @param {number} n */
const values = (n) => count(n, { one: '# Wert', other: '# Werte' });
/** @param {number} n */
const requests = (n) => count(n, { one: '# Anfrage', other: '# Anfragen' });
/** @param {number} n */
const places = (n) => count(n, { one: '# Stelle', other: '# Stellen' });
/** @param {number} n */
const characters = (n) => count(n, { one: '# Zeichen', other: '# Zeichen' });

/** @type {import('./en.js').Messages} */
export const de = {
  language: 'de',
  name: 'Deutsch',
  direction: 'ltr',
  ...f,

  app: {
    language: 'Sprache',
  },

  kinds: (kind) => kinds[kind]?.many ?? plain(kind),
  kind: (kind) => kinds[kind]?.one ?? plain(kind),
  // The report's own reasons are in English.
  why: (kind) => kinds[kind]?.why ?? '',
  body: (rule) => bodies[rule] ?? kinds.body.many,
  preset: (preset) => presets[preset] ?? plain(preset),
  what: (what) => notInspected[what] ?? plain(what),

  start: {
    title: 'Geheimnisse aus einer HAR-Datei entfernen',
    lead: 'Eine HAR-Datei zeichnet auf, was Ihr Browser gesendet und empfangen hat, und dazu gehört Ihre Anmeldung. Diese Seite nimmt Cookies, Token und Passwörter heraus, damit Sie die Datei an den Support schicken können.',
    drop: 'HAR-Datei hier ablegen',
    several: 'Oder mehrere, oder ein Zip davon. Ein Geheimnis aus einer wird aus allen entfernt.',
    choose: 'Dateien wählen',
    dropNow: 'Loslassen, um zu beginnen',
    goes: 'Was entfernt wird',
    goesText: 'Sitzungs-Cookies, Zugangstoken, API-Schlüssel, Passwörter und Einmalcodes, wo immer sie in der Datei stehen.',
    stays: 'Was bleibt',
    staysText: 'Adressen, Statuscodes, Zeiten, Größen und die Namen von Cookies und Kopfzeilen: was der Support braucht, um das Problem zu finden.',
  },

  working: {
    title: (n) => (n === 1 ? 'Ihre Datei wird geschwärzt' : 'Ihre Dateien werden geschwärzt'),
    announced: 'Es wird geschwärzt.',
    label: 'Fortschritt',
    phases: {
      unpack: 'Auspacken',
      start: 'Start',
      find: 'Schritt 1 von 2: Geheimnisse suchen',
      write: 'Schritt 2 von 2: Geheimnisse entfernen und das Ergebnis prüfen',
      pack: 'Das Ergebnis wird gepackt',
    },
    amount: (done, total) => `${f.bytes(done)} von ${f.bytes(total)}`,
    twice: 'Jede Datei wird zweimal gelesen, deshalb ist die Summe doppelt so groß.',
    cancel: 'Abbrechen',
    cancelled: 'Abgebrochen. Nichts wurde gespeichert.',
  },

  files: {
    title: 'Dateien',
    all: 'Alle Dateien',
    waiting: 'wartet',
    reading: 'Geheimnisse werden gesucht',
    read: 'durchsucht',
    requests,
    save: (name) => `Einzeln speichern: ${name}`,
    saveShort: 'Einzeln speichern',
    failed: (n, of) => `${number(n)} von ${count(of, { one: '# Datei', other: '# Dateien' })} ließ${n === 1 ? '' : 'en'} sich nicht schwärzen. Was Sie speichern, enthält sie nicht.`,
    leftOut: (names, more) => `Weggelassen, weil der Name einer HAR-Datei auf .har endet: ${f.list(more > 0 ? [...names, `${number(more)} weitere`] : names)}.`,
    place: (name, n, of) => `${name}, Anfrage ${number(n)} von ${number(of)}`,
  },

  verdict: {
    title: (n, of, beyond = false, files = 1) => {
      const where = `${requests(of)}${files === 1 ? '' : ` in ${number(files)} Dateien`}`;
      return n === 0 ? `Keine Geheimnisse in ${where} gefunden` : `${(beyond ? values : secrets)(n)} aus ${where} entfernt`;
    },
    decisions: (n) => count(n, { one: '# braucht Ihre Entscheidung.', other: '# brauchen Ihre Entscheidung.' }),
    unread: (n) => count(n, { one: '# Teil ließ sich nicht lesen.', other: '# Teile ließen sich nicht lesen.' }),
    proof(n, beyond) {
      if (n === 0) return 'Das Ergebnis wurde noch einmal gelesen und geprüft.';
      return n === 1
        ? `Das Ergebnis wurde noch einmal gelesen, und ${beyond ? 'der Wert' : 'das Geheimnis'} steht nicht darin.`
        : `Das Ergebnis wurde noch einmal gelesen, und ${beyond ? `keiner der ${number(n)} Werte` : `keines der ${number(n)} Geheimnisse`} steht darin.`;
    },
    local: (n, all) =>
      all
        ? 'Was entfernt wurde, ist zu kurz oder zu häufig, um es an anderen Stellen zu suchen: Es wurde dort entfernt, wo es gefunden wurde.'
        : count(n, {
            one: '# weiterer Fund ist zu kurz oder zu häufig, um ihn an anderen Stellen zu suchen: Er wurde dort entfernt, wo er gefunden wurde.',
            other: '# weitere Funde sind zu kurz oder zu häufig, um sie an anderen Stellen zu suchen: Sie wurden dort entfernt, wo sie gefunden wurden.',
          }),
    unchanged: 'Das Ergebnis ist dieselbe Datei, Byte für Byte.',
    unchangedAll: 'Jede Datei ist noch dieselbe, Byte für Byte.',
    kept: (n) => count(n, { one: 'Sie lassen # Geheimnis in der Datei stehen.', other: 'Sie lassen # Geheimnisse in der Datei stehen.' }),
    earlierTitle: 'Diese Datei ist schon geschwärzt',
    earlier: 'Sie enthält Platzhalter dieses Werkzeugs, und nichts von dem, was übrig ist, ist ein Geheimnis. Sie wurde nicht verändert: Was Sie speichern, ist dieselbe Datei, Byte für Byte.',
    earlierSeveral: 'In diesen Dateien stehen Platzhalter eines früheren Laufs dieses Werkzeugs.',
    earlierMore: 'Diese Datei war schon einmal geschwärzt. Sie enthielt noch mehr, und das ist jetzt entfernt.',
    sanitized: 'Chrome hat Cookies und Anmelde-Kopfzeilen schon beim Export dieser Datei weggelassen.',
    sanitizedLeft: (kinds) => `Stehen gelassen hat es, und diese Seite hat entfernt: ${f.list(kinds)}.`,
    sanitizedNothing: 'Sonst wurde nichts gefunden, was Zugang gibt.',
    save: 'Geschwärzte Datei speichern',
    saveAll: 'Geschwärzte Dateien speichern',
    saved: 'Es ist unterwegs zu Ihren Downloads.',
    again: 'Von vorn beginnen',
    busy: 'Das Ergebnis wird neu geschrieben und geprüft.',
    refused: 'Das ging nicht, und nichts wurde verändert.',
    changed: 'Fertig. Das Ergebnis wurde neu geschrieben und geprüft.',
  },

  leave: {
    title: 'Ohne Speichern weiter?',
    text: 'Ihre Änderungen stehen in keiner Datei, die Sie gespeichert haben. Wenn Sie weitermachen, gehen sie verloren.',
    stay: 'Hierbleiben',
    go: 'Ohne sie weiter',
  },

  changes: {
    title: 'Ihre Änderungen',
    undo: 'Letzte Änderung rückgängig machen',
    takeBack: 'Zurücknehmen',
    kept: (kind, placeholder) => `Bleibt in der Datei: ${kind}, ${placeholder}`,
    removed: (length) => `Überall entfernt: ein Text von ${characters(length)}`,
    notFound: 'Er steht sonst nirgends in der Datei.',
    found: (n) => `An ${places(n)} gefunden.`,
    none: 'Zurzeit gibt es keine.',
    preset: (now, before) => `Wie viel entfernt wird: ${now} statt ${before}`,
    alsoRemoved: (what) => `Auch entfernt: ${what}`,
    notRemoved: (what) => `Nicht mehr entfernt: ${what}`,
  },

  tabs: {
    label: 'Durchsicht',
    findings: 'Entfernt',
    requests: 'Anfragen',
    uninspected: 'Nicht geprüft',
    settings: 'Einstellungen',
    report: 'Bericht',
    revocations: 'Schon gesendet?',
  },

  list: {
    shown: (n, of) => `${number(n)} von ${number(of)}`,
    nothing: 'Nichts passt dazu.',
    back: 'Zurück zur Liste',
    search: 'Suche',
    choose: 'Wählen Sie eine Zeile, um sie hier zu sehen.',
  },

  findings: {
    none: 'Es wurden keine Geheimnisse gefunden, also wurde nichts entfernt.',
    label: 'Geheimnisse',
    kind: 'Art',
    allKinds: 'Alle Arten',
    sort: 'Reihenfolge',
    byFile: 'Wie in der Datei',
    byPlaces: 'Meiste Stellen zuerst',
    byKind: 'Nach Art',
    searchHint: 'Art, Regel oder Anfrage',
    places,
    requests: (n) => `in ${requests(n)}`,
    keptBadge: 'Bleibt',
    decideBadge: 'Ihre Entscheidung',
    masked: (head, tail, length) => `${head}••••••${tail} (${characters(length)})`,
    onlyDecisions: 'Nur, was meine Entscheidung braucht',
    why: 'Warum',
    value: 'Wert',
    placeholder: 'Platzhalter',
    where: 'Wo',
    rules: 'Regeln',
    inRequests: 'Anfragen',
    everywhere: 'Entfernt, wo immer es steht.',
    local: (kind) =>
      kind === 'body'
        ? 'Jeder als Ganzes.'
        : kind === 'query'
          ? 'Nur aus Adressen entfernt: Der Wert ist zu kurz oder zu häufig, um überall nach ihm zu suchen.'
          : 'Nur dort entfernt, wo der Name sagt, was es ist: Der Wert ist zu kurz oder zu häufig, um überall nach ihm zu suchen.',
    more: 'und weitere',
    outside: 'außerhalb der Anfragen',
    reveal: 'Zum Ansehen halten',
    revealHint: 'Halten Sie den Knopf oder die Leertaste gedrückt, um den Wert zu sehen. Beim Loslassen ist er wieder verborgen.',
    hidden: 'Verborgen',
    keep: 'In der Datei lassen …',
    keepTitle: 'Das in der Datei lassen?',
    keepWarning: 'Wer die Datei bekommt, kann es dann lesen und benutzen.',
    keepReason: 'Grund, für den Bericht',
    keepReasons: ['Es ist kein Geheimnis', 'Es ist abgelaufen oder wurde widerrufen', 'Der Support braucht es'],
    keepConfirm: 'In der Datei lassen',
    keepMissing: 'Bitte geben Sie einen Grund an.',
    cancel: 'Abbrechen',
    unkeep: 'Doch entfernen',
    locked: 'Wer diese Seite betreibt, hat festgelegt, dass diese Art immer entfernt wird.',
    keptBecause: (reason) => `Sie lassen es in der Datei: ${reason}`,
    decideTitle: 'Überall entfernen?',
    decideText: 'Der Wert ist so kurz, dass er auch zufällig in der Datei stehen könnte. Er wurde dort entfernt, wo ein Name sagt, was er ist, und steht vielleicht noch an anderen Stellen.',
    decideAll: 'Überall entfernen',
    decideHere: 'Dabei belassen',
  },

  also: {
    title: 'Noch etwas entfernen',
    text: 'Zum Beispiel Ihre E-Mail-Adresse, Ihre Firma oder den Namen eines Servers. Es wird überall entfernt, gleich wie es kodiert ist.',
    label: 'Text, der entfernt werden soll',
    button: 'Entfernen',
    short: (n) => `Bitte geben Sie mindestens ${characters(n)} ein.`,
    selection: 'Markierter Text',
    selectionButton: 'Den markierten Text überall entfernen',
    selectionHint: 'Markieren Sie einen Text, um ihn überall in der Datei zu entfernen.',
  },

  requests: {
    label: 'Anfragen',
    search: 'Suche',
    searchHint: 'Adresse, Status oder Typ',
    onlyChanged: 'Nur die, aus denen etwas entfernt wurde',
    method: 'Methode',
    path: 'Pfad',
    status: 'Status',
    type: 'Typ',
    size: 'Größe',
    time: 'Zeit',
    waterfall: 'Zeitachse',
    edits: (n) => count(n, { one: '# entfernt', other: '# entfernt' }),
    noStatus: 'keine Antwort',
    title: (n) => `Anfrage ${number(n)}`,
    loading: 'Die Anfrage wird gelesen.',
    view: 'Anzeige',
    inline: 'Änderungen im Text',
    sides: 'Vorher und nachher nebeneinander',
    before: 'Vorher',
    after: 'Nachher',
    general: 'Adresse',
    requestHeaders: 'Kopfzeilen der Anfrage',
    requestCookies: 'Cookies der Anfrage',
    query: 'Abfrage',
    requestBody: 'Inhalt der Anfrage',
    responseHeaders: 'Kopfzeilen der Antwort',
    responseCookies: 'Cookies der Antwort',
    responseBody: 'Inhalt der Antwort',
    messages: 'WebSocket-Nachrichten',
    raw: 'Alles, wie es in der Datei steht',
    rest: 'Alles zeigen',
    restSize: (n) => `noch ${characters(n)}`,
    binary: (type, size) => `${type || 'Binärdaten'}, ${size}: wird nicht gezeigt.`,
    edit: (kind, placeholder) => `${kind}, ${placeholder}: Fund zeigen`,
    timings: {
      blocked: 'Warten auf eine Verbindung', dns: 'Namensauflösung', connect: 'Verbinden', ssl: 'Verschlüsselung',
      send: 'Senden', wait: 'Warten auf die Antwort', receive: 'Empfangen',
    },
  },

  uninspected: {
    none: 'Jeder Teil der Datei wurde geprüft.',
    text: 'Diese Teile ließen sich nicht prüfen und stehen unverändert in der Datei.',
    advice: 'Zeigt ein Bild etwas Privates, entfernen Sie sie oder schicken Sie die Datei nicht.',
    removed: (n) => count(n, { one: '# Inhalt, der sich nicht prüfen ließ, wurde entfernt.', other: '# Inhalte, die sich nicht prüfen ließen, wurden entfernt.' }),
    all: 'Alle Inhalte wurden entfernt, also steht keiner ungelesen in der Datei.',
    remove: 'Aus der Datei entfernen',
    what: 'Was',
    count: 'Teile',
    size: 'Größe',
    where: 'Anfragen',
    total: 'Summe',
  },

  settings: {
    preset: 'Wie viel entfernt wird',
    standard: 'Standard',
    standardText: 'Alles, was Zugang gibt: Cookies, Token, Schlüssel, Passwörter, Codes. Personenbezogene Daten bleiben.',
    strict: 'Streng',
    strictText: 'Auch personenbezogene Daten, alle Inhalte und was hinter dem Fragezeichen einer Adresse steht. Übrig bleibt, wer wann wonach gefragt wurde und was daraus wurde.',
    portal: 'Wie das Portal es will',
    portalText: 'Was das Support-Portal festgelegt hat, das diese Seite zeigt.',
    more: 'Auch entfernen',
    implied: 'Streng schließt all das ein.',
    personal: 'Personenbezogene Daten',
    personalCount: (n, kinds) =>
      n === 0 ? 'Es wurden keine gefunden.' : `${count(n, { one: '# Fund', other: '# Funde' })}: ${f.list(kinds)}.`,
    queries: 'Werte in Adressen',
    queriesText: 'Was hinter dem Fragezeichen einer Adresse steht, außer einfachen Einstellungen wie einer Seite oder einer Sprache.',
    queriesCount: (n) => (n === 0 ? 'Es wurden keine gefunden.' : `${count(n, { one: '# Wert', other: '# Werte' })}.`),
    bodies: 'Alle Inhalte',
    bodiesText: 'Was gesendet und empfangen wurde, auch in Formularen und Nachrichten. Der Support braucht sie oft.',
    bodiesCount: (n) => (n === 0 ? 'Es gibt keine.' : `${count(n, { one: '# Inhalt', other: '# Inhalte' })}.`),
    uninspected: 'Inhalte, die sich nicht prüfen ließen',
    uninspectedCount: (n, size) => (n === 0 ? 'Es gibt keine.' : `${count(n, { one: '# Inhalt', other: '# Inhalte' })}${size > 0 ? `, ${f.bytes(size)}` : ''}.`),
    part: {
      personal: (n) => count(n, { one: '# Fund personenbezogener Daten', other: '# Funde personenbezogener Daten' }),
      queries: (n) => count(n, { one: '# Wert in einer Adresse', other: '# Werte in Adressen' }),
      bodies: (n) => count(n, { one: '# Inhalt', other: '# Inhalte' }),
    },
    gone: (parts) => `Jetzt auch entfernt: ${f.list(parts)}.`,
    back: (parts) => `Wieder in der Datei: ${f.list(parts)}.`,
    with: (preset, more) => `${preset}, und auch entfernt: ${f.list(more)}`,
    noEffect: 'Das ändert nichts an dieser Datei.',
    dropsKept: 'Eine Änderung dieser Einstellungen nimmt zurück, was Sie in der Datei lassen wollten.',
    kept: 'Gefunden und stehen gelassen',
    keptText: 'Das gibt für sich niemandem Zugang. Unter den jetzigen Einstellungen bleibt es.',
    found: 'Gefunden',
    kindHead: 'Art',
  },

  report: {
    title: 'Bericht über eine Schwärzung',
    text: 'Der Bericht sagt dem Support, was entfernt wurde und warum. Er enthält kein Geheimnis.',
    saveHtml: 'Zum Lesen und Drucken speichern (HTML)',
    saveJson: 'Als Daten speichern (JSON)',
    file: 'Datei',
    files: 'Dateien darin',
    requests: 'Anfragen',
    failed: 'Nicht darin, weil sie sich nicht schwärzen ließen',
    code: 'Fehlercode',
    sha256: 'SHA-256',
    digest: 'SHA-256 der geschwärzten Datei',
    tool: 'Werkzeug',
    build: 'Build',
    policy: 'Regeln',
    policyHash: 'SHA-256 der Regeln',
    made: 'Erstellt',
    result: 'Ergebnis',
    removed: 'Was entfernt wurde',
    kind: 'Art',
    secrets: 'Verschiedene',
    places: 'Stellen',
    total: 'Summe',
    note: 'Gleiche Geheimnisse haben gleiche Platzhalter, so kann der Support einer Sitzung noch folgen.',
    all: 'Alle Platzhalter',
    placeholder: 'Platzhalter',
    reason: 'Grund',
    rules: 'Regeln',
    kept: 'Vom Absender stehen gelassen',
    left: 'Gefunden und stehen gelassen',
    found: 'Gefunden',
    notInspected: 'Nicht geprüft',
    computing: 'wird berechnet',
  },

  revocations: {
    title: 'Das Original schon gesendet?',
    text: 'Dann sind diese in fremden Händen. Geben Sie diese Liste denen, die den ausstellenden Dienst betreiben: Mit der SHA-256 finden und widerrufen sie jedes, ohne es zu sehen. Die Liste bleibt auf diesem Computer.',
    none: 'In der Datei ist kein Token, das sich so finden ließe. Melden Sie sich bei den Websites darin ab, und ändern Sie die Passwörter, die Sie eingegeben haben.',
    also: 'Passwörter und kurze Codes stehen nie in der Liste, denn ihre SHA-256 ließe sich erraten. Ändern Sie sie.',
    kind: 'Art',
    host: 'Website',
    issuer: 'Aussteller',
    subject: 'Person',
    id: 'Token-Kennung',
    expires: 'Läuft ab',
    expired: 'ist abgelaufen',
    use: 'Nutzung',
    bearer: 'Wer es hat, kann es benutzen',
    bound: 'An einen Schlüssel gebunden: ohne ihn nutzlos',
    digest: 'SHA-256',
    noDigest: 'nicht berechenbar, weil das Token ein weiteres Geheimnis enthält',
    save: 'Liste speichern (JSON)',
    loading: 'Die Liste wird erstellt.',
    shown: (n) => count(n, { one: '# zu widerrufen', other: '# zu widerrufen' }),
    more: 'Mehr zeigen',
  },

  failed: {
    none: 'Keine dieser Dateien ließ sich schwärzen',
    notSaved: 'Nichts wurde gespeichert und nichts gesendet.',
    todo: 'Was Sie tun können',
    again: 'Andere Datei wählen',
    againSeveral: 'Andere Dateien wählen',
    text: (code) => failures[code] ?? failures.internal,
    at: (offset) => `Das Problem liegt ${at(offset)} der Datei.`,
    code: (code, offset) => `Fehlercode: ${code}${offset < 0 ? '' : `, ${at(offset)}`}`,
  },

  proof: {
    line: 'Nichts verlässt diese Seite.',
    how: 'So prüfen Sie es',
    steps: [
      'Trennen Sie die Netzverbindung und schwärzen Sie dann Ihre Datei. Es geht genauso.',
      'Oder öffnen Sie die Entwicklerwerkzeuge Ihres Browsers, dort „Netzwerk“, und schwärzen Sie Ihre Datei. Die Liste bleibt leer.',
      "Oder lesen Sie den Quelltext dieser Seite: Seine ersten Zeilen verbieten jede Verbindung (connect-src 'none'), und Ihr Browser setzt das durch.",
      'Oder speichern Sie diese Seite und berechnen Sie die SHA-256 der Datei. Es muss die sein, die SHA256SUMS der Veröffentlichung für index.html nennt.',
    ],
    online: 'Sie sind gerade online.',
    offline: 'Sie sind gerade offline: Nichts könnte hinaus.',
    note: 'Die Seite behält auch nichts: Schließen Sie sie, und die Datei ist aus ihrem Speicher verschwunden.',
    build: 'Build',
  },
};
