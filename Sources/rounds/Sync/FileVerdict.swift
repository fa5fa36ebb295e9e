/// What was found in a sync file, as answers state it.
struct FileVerdict: Encodable {
  /// A line that does not hold, and what to do about it.
  struct Fault: Encodable {
    let line: Int
    let byteOffset: Int
    let length: Int
    let code: String
    /// What was found and what to do, as a sentence.
    let statement: String
    /// Whether it is the unfinished last line of an interrupted writing or copy.
    let isTornTail: Bool
  }

  /// One log in the file.
  struct Log: Encodable {
    let log: String
    let trips: [String]
    let records: Int
    let last: Int
    let isClosed: Bool
    let gaps: [[Int]]
    let forks: [Int]
    let headCodes: [String]
  }

  /// What a trip pack holds.
  struct Pack: Encodable {
    let trip: String
    let plan: String
    let crew: String
    let date: String
    let stops: Int
    let checklists: Int
  }

  /// What a receipt says of one log.
  struct Confirmation: Encodable {
    let log: String
    let contiguous: Int
    let headCode: String?
    let held: Int
    let want: [String]
  }

  let file: String
  /// `trip`, `visits` or `receipt`; `nil` for what is none of them.
  let kind: String?
  var bytes = 0
  var lines = 0
  var records = 0
  var events = 0
  var unknownEvents = 0
  /// Whether keys were here to look inside.
  var isOpened = false
  var logs: [Log] = []
  var pack: Pack?
  var confirmations: [Confirmation] = []
  var faults: [Fault] = []
  /// Whether all of it is there and holds: no fault, no torn tail, no gap, no fork.
  var isSound: Bool {
    kind != nil && faults.isEmpty && records > 0
      && logs.allSatisfy { $0.gaps.isEmpty && $0.forks.isEmpty }
  }

  private enum CodingKeys: String, CodingKey {
    case file, kind, bytes, lines, records, events, unknownEvents, isOpened, logs, pack
    case confirmations, faults, isSound
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(file, forKey: .file)
    try values.encode(kind, forKey: .kind)
    try values.encode(bytes, forKey: .bytes)
    try values.encode(lines, forKey: .lines)
    try values.encode(records, forKey: .records)
    try values.encode(events, forKey: .events)
    try values.encode(unknownEvents, forKey: .unknownEvents)
    try values.encode(isOpened, forKey: .isOpened)
    try values.encode(logs, forKey: .logs)
    try values.encode(pack, forKey: .pack)
    try values.encode(confirmations, forKey: .confirmations)
    try values.encode(faults, forKey: .faults)
    try values.encode(isSound, forKey: .isSound)
  }

  init(file: String, kind: String?) {
    self.file = file
    self.kind = kind
  }
}
