/// The bytes of a file that an edge has opened, usually by mapping it into memory.
///
/// Engines read their files through this and never open one; whoever made the bytes says how they
/// are given back. The bytes must not change while the value lives.
@safe
public final class FileBytes: Sendable {
  private nonisolated(unsafe) let buffer: UnsafeRawBufferPointer
  private let release: @Sendable () -> Void

  /// Takes over `buffer`; `release` is called once, when nobody holds the bytes any more.
  @unsafe
  public init(_ buffer: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
    unsafe self.buffer = unsafe buffer
    self.release = release
  }

  /// A copy of `bytes` in memory of its own, aligned to 64 bytes.
  public convenience init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    unsafe copy.copyBytes(from: bytes)
    nonisolated(unsafe) let owned = unsafe copy
    unsafe self.init(UnsafeRawBufferPointer(copy)) { unsafe owned.deallocate() }
  }

  deinit { release() }

  /// How many bytes there are.
  public var count: Int { unsafe buffer.count }

  /// The bytes as a pointer that is good while `self` lives.
  @unsafe
  public var unsafeBytes: UnsafeRawBufferPointer { unsafe buffer }

  /// A copy of the bytes in `range`.
  ///
  /// - Precondition: the range lies in the file.
  public func copy(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // SAFETY: The range was checked on the line above.
    return unsafe [UInt8](UnsafeRawBufferPointer(rebasing: buffer[range]))
  }
}
