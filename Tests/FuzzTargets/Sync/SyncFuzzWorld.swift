import FieldModel
import Quantities
import VisitSync

/// The office, trip and log whose keys the sync fuzzers hold; the same in every run, so that seeds
/// that are sealed stay good.
struct SyncFuzzWorld {
  let office: OfficeKey
  let dayKey: DayKey
  let recovery: SealingKey
  let pack: TripPack
  let logKey: SigningKey
  let ephemeral: SealingKey
  let opening: [UInt8]
  /// Knows the log, so that records need not carry a proof that no mutation would keep.
  let verifier: RecordVerifier
  /// The opening record, as it was verified.
  let opened: SignedRecord

  /// The one world; `nil` only if the library could not even open its own log.
  static let shared = try? SyncFuzzWorld()

  private init() throws {
    var chance = SeededGenerator(seed: 0xF022)
    office = OfficeKey(using: &chance)
    dayKey = DayKey(using: &chance)
    recovery = SealingKey(using: &chance)
    logKey = SigningKey(using: &chance)
    ephemeral = SealingKey(using: &chance)
    pack = Self.pack(office: office.publicKey, endorsing: SigningKey(using: &chance))
    let text = try Self.openingText(pack, logKey.publicKey)
    opening = try SyncLayers.signed(text, header: Self.header(logKey), key: logKey)
    var verifier = RecordVerifier(officeKeys: [office], trips: [pack.knownTrip])
    opened = try verifier.verify(signedText: opening)
    self.verifier = verifier
  }

  private static func pack(office: OfficePublicKey, endorsing: SigningKey) -> TripPack {
    let item = ChecklistItem(
      id: "P01", section: .doorstep, chinese: "观察四周", english: "Look round first",
      trigger: .always, isMandatory: true)
    let stop = PackStop(
      visit: "v0", caseToken: "T0", caseNumbers: ["L-0"], address: "清溪路0号",
      coordinate: Coordinate(latitude: 310_000_000, longitude: 1_170_000_000),
      window: TimeWindow(start: TimeOfDay(hour: 9), end: TimeOfDay(hour: 18)),
      arrival: TimeOfDay(hour: 9), service: .minutes(20), purpose: "contact",
      dossier: [PackField(label: "overdue-days", value: "45")], checklistItems: ["P01"])
    let issued = Instant(secondsSinceEpoch: 1_795_305_600, offsetMinutes: 480)
    return TripPack(
      trip: "trip", plan: "P", crew: "c1", crewName: "甲组", date: issued.date,
      members: [PackMember(id: "m1", name: "Li")], issued: issued, endorsingKey: endorsing,
      office: office, stops: [stop],
      checklists: [PackChecklist(id: "visit", items: [PackChecklistItem(item)])])
  }

  private static func openingText(_ pack: TripPack, _ key: PublicKey) throws -> [UInt8] {
    let endorsement = try SyncLayers.endorsement(
      trip: pack.trip, log: "log", key: key, endorsing: pack.endorsingKey)
    let body =
      #"{"key":\#(key.jwkText),"endorsement":"\#(endorsement)","device":"d","app":"a","#
      + #""present":["m1"]}"#
    return Array(
      (#"{"v":1,"log":"log","seq":0,"trip":"trip","plan":"P","events":[{"type":"log.opened","#
        + #""at":"2026-11-22T08:00:00+08:00","mono":1,"by":"m1","body":\#(body)}]}"#).utf8)
  }

  /// The header of a JWS by `key`, with a `typ` where the kind of file has one.
  static func header(_ key: SigningKey, type: String? = nil) -> [UInt8] {
    let type = type.map { #","typ":"\#($0)""# } ?? ""
    return Array(#"{"alg":"ES256","kid":"\#(key.publicKey.thumbprint)"\#(type)}"#.utf8)
  }

  /// The header of a line that is sealed to the office with ``ephemeral``.
  var sealHeader: [UInt8] {
    Array(
      (#"{"alg":"ECDH-ES","enc":"A256GCM","zip":"DEF","cty":"rounds-record","#
        + #""kid":"\#(office.thumbprint)","epk":\#(ephemeral.publicKey.jwkText)}"#).utf8)
  }

  /// A line to the office around bytes that were deflated already.
  func sealed(deflated: [UInt8], header: [UInt8]) throws(RecordFault) -> [UInt8] {
    try SyncLayers.sealed(
      deflated: deflated, header: header,
      contentKey: try SyncLayers.contentKey(ephemeral, office.sealing.publicKey),
      nonce: [UInt8](repeating: 7, count: 12))
  }

  /// A line of a pack around `part`, signed by the office and sealed with the day key.
  func packLine(_ part: [UInt8]) throws(RecordFault) -> [UInt8] {
    let signed = try SyncLayers.signed(
      part, header: Self.header(office.signing, type: "rounds-pack"), key: office.signing)
    let header =
      #"{"alg":"dir","enc":"A128GCM","zip":"DEF","cty":"rounds-record","#
      + #""kid":"\#(dayKey.thumbprint)"}"#
    return try SyncLayers.sealed(
      deflated: try SyncLayers.deflated(signed), header: Array(header.utf8),
      contentKey: SyncLayers.contentKey(dayKey), nonce: [UInt8](repeating: 7, count: 12))
  }

  /// A line of a receipt file around `receipt`.
  func receiptLine(_ receipt: [UInt8]) throws(RecordFault) -> [UInt8] {
    try SyncLayers.signed(
      receipt, header: Self.header(office.signing, type: "rounds-receipt"), key: office.signing)
  }
}
