import Quantities

/// Carries files to the desk and treats them as memory sticks, mail programs and radios do.
struct Carrier {
  /// What may befall a file on its way.
  enum Fault: CaseIterable {
    case none, drop, repeated, reorder, cut, bitFlip, carriageReturns, joined, lostLines
  }

  private var decisions: SeededGenerator

  init(seed: UInt64) { decisions = SeededGenerator(seed: seed) }

  /// What arrives of `files`, in the order of arrival.
  mutating func carry(_ files: [[UInt8]]) -> [[UInt8]] {
    var arrived: [[UInt8]] = []
    for _ in 0..<(1 + decisions.below(4)) {
      var file = decisions.pick(files)
      let faults = decisions.below(3) == 0 ? 0 : 1 + decisions.below(2)
      var copies = 1
      for _ in 0..<faults {
        switch decisions.pick(Fault.allCases) {
        case .drop: copies = 0
        case .repeated: copies = 2
        case .joined: file += decisions.pick(files)
        case let fault: file = befall(fault, file)
        }
      }
      for _ in 0..<copies { arrived.append(file) }
    }
    decisions.shuffle(&arrived)
    return arrived
  }

  private mutating func befall(_ fault: Fault, _ file: [UInt8]) -> [UInt8] {
    guard !file.isEmpty else { return file }
    var lines = file.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    switch fault {
    case .none, .drop, .repeated, .joined: return file
    case .cut: return Array(file.prefix(Int(decisions.unit() * Double(file.count))))
    case .bitFlip:
      var flipped = file
      let position = Int(decisions.unit() * Double(file.count))
      flipped[position] ^= 1 << UInt8(decisions.below(8))
      return flipped
    case .reorder: decisions.shuffle(&lines)
    case .carriageReturns: return Array(lines.joined(separator: [0x0D, 0x0A]))
    case .lostLines: lines = lines.filter { _ in decisions.below(4) > 0 }
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
