import Quantities
import VisitSync

extension SyncFuzzWorld {
  /// Good and hostile packs, receipts and day keys.
  func packSeeds() throws -> [SyncSeed] {
    func seed(_ name: String, _ layer: TripPackTrial.Layer, _ content: [UInt8]) -> SyncSeed {
      SyncSeed("trip-pack", name, layer.rawValue, content)
    }
    var chance = SeededGenerator(seed: 3)
    let file = try TripPackFile.write(
      pack, dayKey: dayKey, officeKey: office, using: &chance)
    let parts = Array(partsText.utf8)
    let set = RecordSet([opened])
    let receipts = try ReceiptFile.write(
      Receipt.receipts(for: set, state: FoldedState(set)), officeKey: office)
    let receipt = Array(
      #"{"log":"log","contiguous":0,"head":"\#(opened.identity)","held":["h"],"want":["w"]}"#.utf8)
    let none = Array(#"{"log":"l","contiguous":-1,"head":null,"held":[],"want":[]}"#.utf8)
    let deep = Array(String(repeating: #"{"a":"#, count: 4000).utf8)
    return [
      seed("pack-good", .pack, file), seed("pack-torn", .pack, Array(file.dropLast(200))),
      seed("parts-good", .parts, parts),
      seed("parts-missing", .parts, parts.split(separator: 0x0A).first.map(Array.init) ?? []),
      seed("parts-duplicate-key", .parts, parts + Array(#"{"v":1,"v":1}"#.utf8)),
      seed("parts-4000-deep", .parts, deep),
      seed("receipt-file-good", .receiptFile, receipts),
      seed("receipt-file-torn", .receiptFile, Array(receipts.dropLast(30))),
      seed("receipts-good", .receipts, receipt + [0x0A] + none),
      seed("receipts-4000-deep", .receipts, deep),
      seed("day-key-good", .dayKey, Array(dayKey.code.utf8)),
      seed(
        "day-key-sloppy", .dayKey, Array(dayKey.code.lowercased().replacing("-", with: " ").utf8)),
    ]
  }

  /// The three parts of the pack, written out.
  private var partsText: String {
    let secret = endorsingSecret
    let head =
      #"{"plan":"P","crew":"c1","crewName":"甲组","date":"2026-11-22","#
      + #""issued":"2026-11-22T08:00:00+08:00","members":[{"id":"m1","name":"Li"}],"#
      + #""endorsing":"\#(secret)","sealing":\#(office.sealing.publicKey.jwkText),"#
      + #""signing":\#(office.signing.publicKey.jwkText)}"#
    let stop =
      #"{"visit":"v0","case":"T0","numbers":["L-0"],"address":"清溪路0号","lat":310000000,"#
      + #""lon":1170000000,"from":32400,"to":64800,"arrival":32400,"service":1200,"#
      + #""purpose":"contact","dossier":[{"label":"overdue-days","value":"45"}],"items":["P01"]}"#
    let checklist =
      #"{"id":"visit","hash":"\#(pack.checklists[0].hash)","items":[{"id":"P01","#
      + #""section":"doorstep","en":"Look round first","zh":"观察四周","must":true}]}"#
    return [#""head":\#(head)"#, #""stops":[\#(stop)]"#, #""checklist":\#(checklist)"#]
      .enumerated().map { #"{"v":1,"trip":"trip","part":\#($0),"parts":3,\#($1)}"# + "\n" }
      .joined()
  }

  /// The secret number of a key for the head, base64url: 31 zeros and a one are a key like another.
  private var endorsingSecret: String { String(repeating: "A", count: 42) + "E" }
}
