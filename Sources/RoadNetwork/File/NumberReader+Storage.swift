/// Reads what a ``NumberWriter`` packed.
///
/// It never reads past its end: from there on, and after a number of more than nine bytes, every
/// answer is 0 and ``isSound`` stays `false`. Who reads a list bounds its length by ``rest`` first.
@safe
struct NumberReader {
  private let base: UnsafePointer<UInt8>?
  private let count: Int
  private var offset = 0
  /// Whether everything asked for was there.
  private(set) var isSound = true

  /// A reader of a section.
  init(_ section: FileArray<UInt8>) {
    unsafe base = section.count == 0 ? nil : section.pointer
    count = section.count
  }

  /// How many bytes are left; no fewer than the numbers left.
  var rest: Int { count - offset }

  /// The next number.
  @inline(__always)
  mutating func next() -> Int {
    guard offset < count, let base = unsafe base else { return fail() }
    // SAFETY: `offset` is below `count`. Bench: "open, Porto".
    let first = unsafe base[offset]
    offset += 1
    return first < 0x80 ? Int(first) : longer(first)
  }

  private mutating func longer(_ first: UInt8) -> Int {
    var number = Int(first & 0x7F)
    var shift = 7
    while shift < 63, offset < count, let base = unsafe base {
      // SAFETY: as above.
      let byte = unsafe base[offset]
      offset += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return fail()
  }

  /// The next number with a sign.
  @inline(__always)
  mutating func nextSigned() -> Int { Self.unfolded(next()) }

  /// The number with a sign that stands behind one without.
  @inline(__always)
  static func unfolded(_ number: Int) -> Int { number >> 1 ^ -(number & 1) }

  private mutating func fail() -> Int {
    isSound = false
    return 0
  }
}
