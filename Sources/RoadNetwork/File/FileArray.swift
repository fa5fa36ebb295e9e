import Quantities

#if _endian(big)
  #error("Road files are used as they lie in memory, which needs a little-endian machine.")
#endif

/// A section of a road file, read in place.
///
/// It does not keep the file's bytes alive: ``RoadNetwork`` holds both.
@safe
struct FileArray<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafePointer<Element>?
  let count: Int

  /// The array of `count` elements at `base`, which must be aligned and outlive the value.
  @unsafe
  init(base: UnsafePointer<Element>?, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count)
    // SAFETY: checked on the line above; `base` is nil only when `count` is 0.
    return unsafe base.unsafelyUnwrapped[position]
  }

  /// The elements as a pointer, for kernels whose indices were verified when the file was opened.
  @unsafe @inline(__always)
  var pointer: UnsafePointer<Element> {
    unsafe base ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
  }
}

extension FileArray where Element == UInt32 {
  /// The list of `owner` in an array of starts: where it begins and ends.
  @inline(__always)
  func range(_ owner: Int) -> Range<Int> { Int(self[owner])..<Int(self[owner + 1]) }

  /// Whether the array is the starts of `owners` lists that lie in `total` elements, in order.
  func isStarts(of owners: Int, in total: Int) -> Bool {
    guard count == owners + 1, self[0] == 0, self[count - 1] == total else { return false }
    var previous: UInt32 = 0
    for start in indices {
      if self[start] < previous { return false }
      previous = self[start]
    }
    return true
  }
}
