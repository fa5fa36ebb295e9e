/// One change to a road file, read from twelve bytes of a fuzzer's input.
///
/// Whatever the bytes are, they are a change that can be made, so that no mutation is lost.
struct RoadFileEdit {
  static let size = 12

  private enum Kind: UInt8, CaseIterable {
    case setWord, addToWord, setEdge, setByte, swapElements, copyElement
    case setDigits, insertByte, removeByte
    case shorten, lengthen, drop, repeatKind, setElementSize, touchTable
  }

  private let kind: Kind
  private let section: Int
  private let position: Int
  private let value: UInt32

  /// The change that twelve bytes stand for.
  init(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    kind = Kind.allCases[Int(bytes[0]) % Kind.allCases.count]
    section = Int(bytes[1]) | Int(bytes[2]) << 8
    position = Int(RoadFileImage.word(bytes, at: 4))
    value = RoadFileImage.word(bytes, at: 8)
  }

  /// Makes the change; changes of the table are put into `touch` for when the file is sealed.
  func apply(to image: inout RoadFileImage, touch: inout [(word: Int, value: UInt32)]) {
    guard !image.sections.isEmpty else { return }
    let index = section % image.sections.count
    switch kind {
    case .setWord: setWord(&image.sections[index].bytes) { _ in value }
    case .addToWord:
      setWord(&image.sections[index].bytes) { $0 &+ UInt32(bitPattern: Int32(value % 17) - 8) }
    case .setEdge:
      let edge = edge(of: image)
      setWord(&image.sections[index].bytes) { _ in edge }
    case .setByte:
      guard !image.sections[index].bytes.isEmpty else { return }
      image.sections[index].bytes[position % image.sections[index].bytes.count] =
        UInt8(truncatingIfNeeded: value)
    case .setDigits, .insertByte, .removeByte: changeNumber(&image.sections[index].bytes)
    case .swapElements, .copyElement: moveElement(&image.sections[index])
    case .shorten:
      let size = Int(image.sections[index].elementSize)
      let count = Int(value % 4 + 1) * size
      image.sections[index].bytes.removeLast(min(count, image.sections[index].bytes.count))
    case .lengthen:
      let size = min(64, Int(image.sections[index].elementSize))
      image.sections[index].bytes += Array(repeating: UInt8(value & 255), count: size)
    case .drop: drop(index, of: &image)
    case .repeatKind:
      image.sections[index].kind = image.sections[position % image.sections.count].kind
    case .setElementSize: image.sections[index].elementSize = value % 80
    case .touchTable: touch.append((position, value))
    }
  }

  /// Numbers at which checks are easily off by one.
  private func edge(of image: RoadFileImage) -> UInt32 {
    let sizes = image.sections.map {
      UInt32(truncatingIfNeeded: $0.bytes.count / Int(max(1, $0.elementSize)))
    }
    let edges: [UInt32] =
      [0, 1, .max, .max - 1, 1 << 31, 1 << 31 - 1, 1 << 30, 1 << 28, 1 << 26, 1 << 21, 65_535]
      + sizes + sizes.map { $0 &- 1 } + sizes.map { $0 &* 2 }
    return edges[Int(value) % edges.count]
  }

  private func setWord(_ bytes: inout [UInt8], _ change: (UInt32) -> UInt32) {
    guard bytes.count >= 4 else { return }
    let offset = position % (bytes.count / 4) * 4
    let new = change(RoadFileImage.word(bytes, at: offset))
    for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: new >> UInt32(byte * 8)) }
  }

  /// Changes packed numbers, whose last byte is the one without its eighth bit: the digits of one,
  /// or how many bytes there are.
  private func changeNumber(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = position % bytes.count
    let digits = UInt8(value & 127)
    switch kind {
    case .setDigits: bytes[place] = bytes[place] & 128 | digits
    case .insertByte: bytes.insert(value & 128 == 0 ? digits : digits | 128, at: place)
    default: bytes.remove(at: place)
    }
  }

  private func moveElement(_ section: inout RoadFileImage.Section) {
    let size = Int(section.elementSize)
    guard size > 0, section.bytes.count >= size else { return }
    let count = section.bytes.count / size
    let (from, to) = (position % count * size, Int(value) % count * size)
    for byte in 0..<size {
      let old = section.bytes[to + byte]
      section.bytes[to + byte] = section.bytes[from + byte]
      if kind == .swapElements { section.bytes[from + byte] = old }
    }
  }

  private func drop(_ index: Int, of image: inout RoadFileImage) {
    image.sections.remove(at: index)
    for other in image.sections.indices {
      guard let twin = image.sections[other].twin else { continue }
      image.sections[other].twin = twin == index ? nil : twin > index ? twin - 1 : twin
    }
  }
}
