import Quantities

/// What one travel mode may not use at certain hours of the week, as a road file holds it.
struct ModeHours: Sendable {
  /// Turns or directed roads, in order, and the position of their hours in ``hours``.
  typealias List = [(position: UInt32, hours: UInt16)]

  private(set) var hours: [WeeklyHours] = []
  /// Forbidden turns, by their position among all turns.
  private(set) var turns: List = []
  /// Closed directed roads.
  private(set) var edges: List = []

  /// No hours at all.
  static let none = ModeHours()

  private init() {}

  /// Unpacks the hours of a graph of `turnCount` turns and `edgeCount` directed roads; `nil` if a
  /// number is out of range.
  init?(_ packed: FileArray<UInt8>, turnCount: Int, edgeCount: Int) {
    var numbers = NumberReader(packed)
    let count = numbers.next()
    guard count <= Int(UInt16.max) + 1, count <= numbers.rest else { return nil }
    for _ in 0..<count {
      guard let spans = Self.spans(&numbers) else { return nil }
      hours.append(WeeklyHours(spans))
    }
    guard let turns = Self.list(&numbers, below: turnCount, hours: count),
      let edges = Self.list(&numbers, below: edgeCount, hours: count),
      numbers.isSound, numbers.rest == 0
    else { return nil }
    (self.turns, self.edges) = (turns, edges)
  }

  /// The turns forbidden and the directed roads closed at a minute of the week.
  func closed(at minuteOfWeek: Int) -> (turns: Set<UInt32>, edges: Set<UInt32>) {
    let isNow = hours.map { $0.contains(minuteOfWeek: minuteOfWeek) }
    let now = { (list: List) in
      Set(list.lazy.filter { isNow[Int($0.hours)] }.map(\.position))
    }
    return (now(turns), now(edges))
  }

  private static func spans(_ numbers: inout NumberReader) -> [Range<Int>]? {
    let count = numbers.next()
    guard count <= WeeklyHours.minutesPerWeek / 2 else { return nil }
    var spans: [Range<Int>] = []
    var end = 0
    for _ in 0..<count {
      let (gap, length) = (numbers.next(), numbers.next())
      guard gap <= WeeklyHours.minutesPerWeek, length > 0,
        length <= WeeklyHours.minutesPerWeek - end - gap
      else { return nil }
      spans.append(end + gap..<end + gap + length)
      end += gap + length
    }
    return spans
  }

  private static func list(
    _ numbers: inout NumberReader, below bound: Int, hours count: Int
  ) -> List? {
    let entries = numbers.next()
    guard entries <= numbers.rest / 2 else { return nil }
    var list: List = []
    list.reserveCapacity(entries)
    var position = 0
    for _ in 0..<entries {
      position &+= numbers.next()
      let hours = numbers.next()
      guard position >= 0, position < bound, hours < count else { return nil }
      list.append((UInt32(position), UInt16(hours)))
    }
    return list
  }
}
