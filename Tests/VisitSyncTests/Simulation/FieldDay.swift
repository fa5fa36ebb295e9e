import FieldModel
import Quantities

@testable import VisitSync

/// A day in the field, drawn from a seed: crews, their devices, and the truth of what they wrote.
///
/// Devices are cloned and go on writing, are set back to an older copy of their file, and have
/// wrong clocks; stops are withdrawn and given to another crew while both are out. Signatures are
/// salted by the library, so that two days of one seed differ in them, but in no decision.
struct FieldDay {
  private(set) var world: SyncWorld
  private(set) var packs: [TripPack] = []
  private(set) var devices: [SimulatedDevice] = []
  private(set) var written: [WrittenRecord] = []
  private(set) var withdrawn: Set<Identifier<PlannedVisit>> = []
  private var decisions: SeededGenerator
  private var serial = 0
  private var amended: Set<EventIdentity> = []
  private var attachments: [[UInt8]] = []

  init(seed: UInt64) throws {
    decisions = SeededGenerator(seed: seed)
    world = SyncWorld(seed: seed &+ 0x5EED, stops: 6)
    for crew in 0..<2 {
      var pack = world.pack
      pack.trip = Identifier("trip-\(seed)-\(crew)")
      pack.endorsingKey = SigningKey(using: &world.chance)
      packs.append(pack)
      let skews: [Int64] = [0, 0, 90, -40_000, 31_536_000, -1_700_000_000]
      devices.append(try open(pack, skew: decisions.pick(skews)))
    }
    if decisions.below(2) == 0 { withdrawn.insert(Identifier("v\(decisions.below(4))")) }
    for _ in 0..<(4 + decisions.below(6)) { try act() }
    for index in devices.indices where decisions.below(3) > 0 { try close(index) }
  }

  /// Every state of every file that could be handed in.
  var files: [[UInt8]] { devices.flatMap { $0.snapshots + [$0.file] } }

  var trips: [KnownTrip] { packs.map(\.knownTrip) }

  private mutating func open(_ pack: TripPack, skew: Int64) throws -> SimulatedDevice {
    world.pack = pack
    let (writer, bytes) = try world.openLog()
    let device = SimulatedDevice(pack: pack, writer: writer, file: bytes, skew: skew, time: 0)
    let opening = try world.read(bytes).records[0].record.events
    try note(lines(bytes)[0], device.writer, sequence: 0, parent: nil, opening)
    return device
  }

  private mutating func note(
    _ line: [UInt8], _ writer: VisitLogWriter, sequence: Int64, parent: RecordIdentity?,
    _ events: [VisitEvent]
  ) throws {
    written.append(
      WrittenRecord(
        line: line, identity: writer.head, log: writer.log, sequence: sequence, parent: parent,
        events: events))
  }

  private mutating func act() throws {
    let index = decisions.below(devices.count)
    if decisions.below(3) == 0 { devices[index].snapshots.append(devices[index].file) }
    switch decisions.below(12) {
    case 0: devices.append(devices[index])
    case 1: try restore(index)
    case 2: try correct(index)
    case 3: try attach(index)
    case 4: tear(index)
    default: try append(index, visit())
    }
  }

  /// Sets the file back to an older copy; the key is gone, so the device opens a log anew.
  private mutating func restore(_ index: Int) throws {
    let old = devices[index].snapshots.first ?? []
    let fresh = try open(devices[index].pack, skew: devices[index].skew)
    let time = devices[index].time
    devices.append(devices[index])
    devices[index] = fresh
    devices[index].time = time
    devices[index].file = old + fresh.file
  }

  /// An append that the battery cut short: bytes without a line feed.
  private mutating func tear(_ index: Int) {
    let scrap = written[decisions.below(written.count)].line
    devices[index].file += scrap.prefix(Int(decisions.unit() * Double(scrap.count - 1)))
  }

  private mutating func visit() -> [EventBody] {
    serial += 1
    let outcomes: [OutcomeCode] = [.promised, .refused, .nobodyIn]
    let money = Money(minorUnits: Int64(100_000 + serial), currency: .cny)
    return [
      .visitArrived, .noteAdded("note \(serial) 门口"),
      .promiseMade(
        PromiseMade(
          PaymentPromise(amount: money, due: world.morning.date.adding(days: 3), channel: "app"))),
      .visitEnded(
        VisitEnding(decisions.pick(outcomes), met: .borrower, address: .confirmed)),
    ]
  }

  /// Puts an amendment or a retraction to something that some device wrote before.
  private mutating func correct(_ index: Int) throws {
    let targets = written.flatMap { record in
      record.events.enumerated().map { position, event in
        (EventIdentity(record: record.identity, index: position), event)
      }
    }
    let (target, event) = decisions.pick(targets)
    serial += 1
    switch event.body {
    case .promiseMade where !amended.contains(target):
      amended.insert(target)
      let amendment = Amendment(
        target: target, field: "amount", value: .number(Int64(900_000 + serial)), reason: "slip")
      try append(index, [.amended(amendment)], visit: event.visit)
    case .noteAdded:
      try append(
        index, [.retracted(Retraction(target: target, reason: "wrong door"))], visit: event.visit)
    default: try append(index, [.safetyCheckIn(point: "check \(serial)")], isOfDay: true)
    }
  }

  /// Announces a file and sends its three parts, one sometimes spoiled, each in its own record.
  private mutating func attach(_ index: Int) throws {
    serial += 1
    let photo = (0..<9).map { _ in UInt8(decisions.below(256)) }
    attachments.append(photo)
    try append(index, [.evidenceAttached(EvidenceAttachment(photo, mediaType: "image/png"))])
    let digest = Fingerprint.text(photo)
    for number in 0..<3 where decisions.below(5) > 0 {
      var data = Array(photo[number * 3..<number * 3 + 3])
      var parts: [EvidencePart] = []
      if decisions.below(5) == 0 {
        data[0] ^= 0x55
        parts.append(EvidencePart(digest: digest, part: number, parts: 3, data: data))
        data[0] ^= 0x55
      }
      if parts.isEmpty || decisions.below(2) == 0 {
        parts.append(EvidencePart(digest: digest, part: number, parts: 3, data: data))
      }
      for part in parts { try append(index, [.evidencePart(part)], isOfDay: true) }
    }
  }

  private mutating func append(
    _ index: Int, _ bodies: [EventBody], visit: Identifier<PlannedVisit>? = nil,
    isOfDay: Bool = false
  ) throws {
    guard !devices[index].writer.isClosed else { return }
    devices[index].time += 600
    let stop = visit ?? Identifier("v\(decisions.below(4))")
    let (time, skew) = (devices[index].time, devices[index].skew)
    let events = bodies.enumerated().map { number, body -> VisitEvent in
      var event = world.event(body, isOfDay ? nil : stop, after: time + Int64(number))
      event.at = Instant(
        secondsSinceEpoch: event.at.secondsSinceEpoch + skew, offsetMinutes: 480)
      return event
    }
    let (parent, sequence) = (devices[index].writer.head, devices[index].writer.count)
    let bytes = try devices[index].writer.append(events, using: &world.chance)
    devices[index].file += bytes
    try note(
      lines(bytes)[0], devices[index].writer, sequence: sequence, parent: parent, events)
  }

  private mutating func close(_ index: Int) throws {
    guard !devices[index].writer.isClosed else { return }
    let (parent, sequence) = (devices[index].writer.head, devices[index].writer.count)
    let bytes = try devices[index].writer.close(
      unvisited: [], by: world.member, at: world.morning, monotonic: nil, using: &world.chance)
    devices[index].file += bytes
    try note(lines(bytes)[0], devices[index].writer, sequence: sequence, parent: parent, [])
  }
}
