import Quantities
import Testing

@Suite("SeededGenerator")
struct SeededGeneratorTests {
  @Test(
    "gives the sequences of xoshiro256** seeded by SplitMix64, on every machine",
    arguments: [
      (0, [0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x1a5f_849d_4933_e6e0]),
      (1, [0xb3f2_af6d_0fc7_10c5, 0x853b_5596_4736_4cea, 0x92f8_9756_082a_4514]),
      (42, [0x1578_0b2e_0c2e_c716, 0x6104_d986_6d11_3a7e, 0xae17_5332_39e4_99a1]),
    ] as [(UInt64, [UInt64])])
  func frozen(seed: UInt64, sequence: [UInt64]) {
    var generator = SeededGenerator(seed: seed)
    #expect(sequence.map { _ in generator.next() } == sequence)
  }

  @Test("draws every number below a bound about as often", arguments: [1, 2, 3, 7, 10, 1_000])
  func below(_ bound: Int) {
    var generator = SeededGenerator(seed: UInt64(bound))
    var counts = Array(repeating: 0, count: bound)
    let draws = 200 * bound
    for _ in 0..<draws {
      let number = generator.below(bound)
      #expect(number >= 0 && number < bound)
      counts[number] += 1
    }
    #expect(counts.allSatisfy { $0 > 100 && $0 < 300 })
  }

  @Test("stays in bounds for the largest bound")
  func widest() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<1_000 { #expect(generator.below(.max) >= 0) }
  }

  @Test("draws units below one")
  func unit() {
    var generator = SeededGenerator(seed: 9)
    let draws = (0..<5_000).map { _ in generator.unit() }
    #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(draws.reduce(0, +) / 5_000 - 0.5) < 0.02)
  }

  @Test("shuffles without losing anything, and the same way again")
  func shuffles() {
    var first = Array(0..<100)
    var second = first
    var one = SeededGenerator(seed: 3)
    var other = SeededGenerator(seed: 3)
    one.shuffle(&first)
    other.shuffle(&second)
    #expect(first == second)
    #expect(first != Array(0..<100) && first.sorted() == Array(0..<100))
  }
}
