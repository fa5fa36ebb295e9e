import Quantities

@testable import VisitSync

/// Lines that are made to cost a reader as much memory as a line can.
struct HostileLines {
  private(set) var lines: [[UInt8]] = []
  /// How many of ``lines`` are within every limit and must be taken.
  private(set) var acceptable = 0
  /// The end of a short line without sense.
  let scrap = [UInt8](repeating: 0x5F, count: 1500)
  /// A mebibyte without a line feed.
  let endless = [UInt8](repeating: 0x41, count: 1 << 20)
  private let bomb: [UInt8]

  init(_ world: inout SyncWorld) throws {
    bomb = try Deflate.compress([UInt8](repeating: 0x41, count: 256 << 20))
    var attacker = HostileLine(seed: 10)
    let office = world.office.sealing.publicKey
    let key = SigningKey(using: &world.chance)
    let endorsement = try Endorsement.make(
      trip: world.pack.trip, log: "big", key: key.publicKey, endorsing: world.pack.endorsingKey)
    let sender = SenderProof(key: key.publicKey, endorsement: endorsement).shortText
    for _ in 0..<4 { lines.append(try attacker.sealed(compressed: bomb, to: office)) }
    // As many values, members and letters as are allowed, in records that are otherwise good.
    let numbers = "[" + String(repeating: "0,", count: SyncLimits.jsonValues - 100) + "0]"
    let members = (0..<(SyncLimits.jsonValues - 100)).map { #""\#($0)":0"# }.joined(separator: ",")
    let letters = "\"" + String(repeating: "\\u0041", count: 400_000) + "\""
    for (place, value) in [#""x":\#(numbers)"#, members, #""x":\#(letters)"#].enumerated() {
      let record =
        #"{"v":1,"log":"big","seq":\#(place + 1),"prev":"\#(Self.name)","#
        + #""trip":"\#(world.pack.trip.text)","plan":"p","from":"\#(sender)","#
        + #""events":[{"type":"later","at":"2026-11-22T08:30:00+08:00","by":"m1","body":{\#(value)}}]}"#
      let signed = try SignedText.compact(Array(record.utf8), key: key)
      lines.append(try attacker.sealed(signed, to: office))
      acceptable += 1
    }
    let tooMany = "[" + String(repeating: "0,", count: 1_400_000) + "0]"
    lines.append(
      try attacker.sealed(SignedText.compact(Array(tooMany.utf8), key: key), to: office))
    // Separators without number: where the parts of a signature, a proof and a name stand.
    let points = String(repeating: ".", count: 3 << 20)
    lines.append(try attacker.sealed(Array(points.utf8), to: office))
    let head = #"{"v":1,"log":"big","seq":1,"prev":"\#(Self.name)","trip":"t","plan":"p""#
    let amendment = #"{"type":"retracted","at":"2026-11-22T08:30:00+08:00","by":"m1","body":"#
    let hashes = String(repeating: "#", count: 2 << 20)
    for record in [
      #"\#(head),"from":"\#(points.prefix(2 << 20))","events":[]}"#,
      #"\#(head),"events":[\#(amendment){"target":"\#(hashes)","reason":"x"}}]}"#,
    ] {
      let signed = try SignedText.compact(Array(record.utf8), key: key)
      lines.append(try attacker.sealed(signed, to: office))
    }
    // Long lines that are nothing, more than are kept.
    for _ in 0..<20 { lines.append([UInt8](repeating: 0x61, count: SyncLimits.encodedRecord)) }
    lines.append([UInt8](repeating: 0x2E, count: SyncLimits.encodedRecord))
  }

  private static let name = String(repeating: "A", count: 43)

  /// Lines for the day key: a bomb, and a part with as many values as are allowed.
  func pack(_ world: inout SyncWorld) throws -> [[UInt8]] {
    let numbers = "[" + String(repeating: "0,", count: SyncLimits.jsonValues - 100) + "0]"
    let part = #"{"v":1,"trip":"t","part":0,"parts":1,"head":\#(numbers)}"#
    let signed = try SignedText.compact(
      Array(part.utf8), type: TripPackFile.type, key: world.office.signing)
    let many = try SealedText.compact(signed, with: world.dayKey, using: &world.chance)
    let header =
      #"{"alg":"dir","enc":"A128GCM","zip":"DEF","cty":"rounds-record","#
      + #""kid":"\#(world.dayKey.thumbprint)"}"#
    let exploding = try SyncLayers.sealed(
      deflated: bomb, header: Array(header.utf8), contentKey: world.dayKey.bytes,
      nonce: [UInt8](repeating: 1, count: 12))
    return [many, exploding]
  }

  /// A receipt with as many values as its line can hold.
  func receipt(_ world: inout SyncWorld) throws -> [UInt8] {
    let text = #"{"held":["# + String(repeating: "0,", count: 199_000) + "0]}"
    return try SignedText.compact(
      Array(text.utf8), type: "rounds-receipt", key: world.office.signing)
  }

  /// A backup of the longest length, most of it recipients.
  var backup: [UInt8] {
    let recipients = String(repeating: #"{"header":{}},"#, count: 60_000)
    return Array((#"{"recipients":["# + recipients + "{}]}").utf8)
  }
}
