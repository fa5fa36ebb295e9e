/// What positions of a tour held before they were overwritten, so that a change can be taken back
/// at the price of the change itself.
struct ChangeLog: ~Copyable {
  /// One overwritten position.
  struct Entry: BitwiseCopyable {
    var position: Int32
    var node: Int32
    var leg: Int32
    var back: Int32
  }

  private var entries: FlatBuffer<Entry>
  private(set) var count = 0
  var isOn = false

  init(capacity: Int) {
    entries = FlatBuffer(
      repeating: Entry(position: 0, node: 0, leg: 0, back: 0), count: max(capacity, 16))
  }

  @inline(__always)
  mutating func append(_ entry: Entry) {
    if count == entries.count { grow() }
    entries[count] = entry
    count &+= 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Removes the last entry; there must be one.
  @inline(__always)
  mutating func popLast() -> Entry {
    count &-= 1
    return entries[count]
  }

  @inline(never)
  private mutating func grow() {
    let larger = FlatBuffer(repeating: entries[0], count: entries.count * 2)
    for position in 0..<count { larger[position] = entries[position] }
    entries = larger
  }
}
