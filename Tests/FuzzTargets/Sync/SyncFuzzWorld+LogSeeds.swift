import FieldModel
import Quantities
import VisitSync

extension SyncFuzzWorld {
  /// Good and hostile logs: every layer once as it should be, then what attackers have tried.
  func logSeeds() throws -> [SyncSeed] {
    func seed(_ name: String, _ layer: VisitLogTrial.Layer, _ content: [UInt8]) -> SyncSeed {
      SyncSeed("visit-log", name, layer.rawValue, content)
    }
    let seal = String(decoding: sealHeader, as: UTF8.self)
    let key = Self.header(logKey)
    let other = SyncFuzzWorld.header(office.signing)
    let record = Array(Self.recordText.utf8)
    let deep = Array(String(repeating: "[", count: 4000).utf8)
    let bomb = try SyncLayers.deflated(
      [UInt8](repeating: 0x41, count: SyncLimits.inflatedRecord + 1))
    let file = try log()
    return [
      seed("file-good", .file, file), seed("file-torn", .file, Array(file.dropLast(90))),
      seed("file-twice-crlf", .file, twice(file)),
      seed("record-good", .record, record),
      seed("record-unknown-type", .record, Array(Self.unknownText.utf8)),
      seed("record-correction", .record, Array(Self.correctionText.utf8)),
      seed("record-evidence", .record, Array(Self.evidenceText.utf8)),
      seed("record-closed", .record, Array(Self.closingText.utf8)),
      seed("record-duplicate-key", .record, Array(Self.duplicateText.utf8)),
      seed("record-later-version", .record, Array(#"{"v":2}"#.utf8)),
      seed("record-4000-deep", .record, deep),
      seed("signature-good", .signature, key + [0x0A] + record),
      seed("signature-none", .signature, Array("{\"alg\":\"none\"}\n".utf8) + record),
      seed("signature-other-kid", .signature, other + [0x0A] + record),
      seed(
        "signature-crit", .signature, Array(#"{"alg":"ES256","crit":["b64"],"b64":false}"#.utf8)),
      seed("signed-text-good", .signedText, opening),
      seed("signed-text-unsigned", .signedText, Array("eyJhbGciOiJub25lIn0.e30.".utf8)),
      seed("deflated-good", .deflated, try SyncLayers.deflated(opening)),
      seed("deflated-bomb", .deflated, bomb),
      seed("deflated-torn", .deflated, Array(try SyncLayers.deflated(opening).dropLast(9))),
      seed("seal-good", .sealHeader, sealHeader),
      seed(
        "seal-other-curve", .sealHeader,
        Array(seal.replacing(#""crv":"P-256""#, with: #""crv":"P-384""#).utf8)),
      seed(
        "seal-other-kid", .sealHeader,
        Array(seal.replacing(office.thumbprint, with: logKey.publicKey.thumbprint).utf8)),
      seed(
        "seal-parties", .sealHeader,
        Array(seal.replacing(#""zip""#, with: #""apu":"QQ","apv":"QUE","zip""#).utf8)),
      seed("seal-4000-deep", .sealHeader, deep),
    ]
  }

  /// A log of three records on a pack of this world.
  private func log() throws -> [UInt8] {
    var chance = SeededGenerator(seed: 2)
    let at = pack.issued
    var (writer, file) = try VisitLogWriter.open(
      pack, device: "phone", app: "fuzz 1", present: ["m1"], by: "m1", at: at, monotonic: 1,
      using: &chance)
    let events = [
      VisitEvent(.visitArrived, visit: "v0", at: at, monotonic: 2, by: "m1"),
      VisitEvent(.noteAdded("门口有狗"), visit: "v0", at: at, monotonic: 3, by: "m1"),
    ]
    file += try writer.append(events, using: &chance)
    return try file + writer.close(unvisited: [], by: "m1", at: at, monotonic: 4, using: &chance)
  }

  /// The file twice over, the second time with the line ends of mail programs.
  private func twice(_ file: [UInt8]) -> [UInt8] {
    file + file.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  private static let head =
    #""log":"log","seq":1,"prev":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","trip":"trip","plan":"P""#
  private static let stamp =
    #""visit":"v0","at":"2026-11-22T08:30:00+08:00","mono":1800,"by":"m1""#

  private static func record(_ events: String...) -> String {
    #"{"v":1,\#(head),"events":[\#(events.joined(separator: ","))]}"#
  }

  private static func event(_ type: String, _ body: String, _ more: String = "") -> String {
    #"{"type":"\#(type)",\#(stamp)\#(more),"body":\#(body)}"#
  }

  private static let recordText = record(
    event(
      "visit.arrived", "{}",
      #","fix":{"lat":310000000,"lon":1170000000,"acc":12,"datum":"gcj02","t":"2026-11-22T08:30:01+08:00"}"#
    ),
    event(
      "checklist.answered",
      #"{"checklist":"visit","hash":"h","item":"P01","answer":"no","reason":"dark"}"#),
    event(
      "promise.made",
      #"{"amount":123450,"currency":"CNY","date":"2026-11-27","channel":"app","reason":"wage-late"}"#
    ),
    event(
      "payment.declared", #"{"amount":5000,"currency":"GBP","channel":"cash","receipt":"R-1"}"#),
    event("note.added", #"{"text":"\u95e8\ud83d\ude00\n\"\\"}"#),
    event("address.proposed", #"{"value":"清溪路1号","source":"neighbour","consent":false}"#),
    event(
      "visit.ended",
      #"{"outcome":"O01","met":"borrower","address":"confirmed","phone":"works","appointment":"2026-11-25T09:00:00+08:00"}"#
    ),
    event("safety.alert", #"{"kind":"abort","text":"dog"}"#))

  private static let unknownText = record(
    event("visit.filmed", #"{"x":[1, {"é":"\u00e9"}]}"#, #","critical":true,"later":null"#),
    event("note.added", #"{"text":7}"#))

  private static let correctionText = record(
    event(
      "amended",
      #"{"target":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA#0","field":"amount","value":5,"reason":"slip"}"#
    ),
    event(
      "retracted", #"{"target":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA#1","reason":"door"}"#))

  private static let evidenceText = record(
    event(
      "evidence.attached",
      #"{"sha256":"ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0","media":"image/png","size":3}"#),
    event(
      "evidence.part",
      #"{"sha256":"ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0","part":0,"parts":1,"data":"YWJj"}"#)
  )

  private static let closingText = record(
    event(
      "log.closed",
      #"{"records":1,"visits":0,"head":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","unvisited":[{"visit":"v9","reason":"time"}]}"#
    ))

  private static let duplicateText = #"{"v":1,"v":1,"\u0076":1}"#
}
