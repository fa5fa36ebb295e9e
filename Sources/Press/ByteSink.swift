/// Collects the bytes that Cairo writes.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  func append(_ data: UnsafeBufferPointer<UInt8>) { unsafe bytes.append(contentsOf: data) }
}
