import Quantities
import Testing

@Suite("Index, Identifier, Distance, Cost and StoppingRule")
struct MeasureTests {
  private enum House {}

  @Test("an indexed array tells the index of what is added, in order")
  func indexed() {
    var names = IndexedArray<House, String>()
    let first = names.append("a")
    let second = names.append("b")
    #expect(first < second && first.position == 0)
    names[first] = "c"
    #expect(names.elements == ["c", "b"] && names[second] == "b" && names.count == 2)
    #expect(Array(names.indices) == [Index(0), Index(1)])
    #expect(IndexedArray<House, Int>(repeating: 7, count: 3).elements == [7, 7, 7])
    #expect("\(second)" == "#1")
  }

  @Test("identifiers sort by their text")
  func identifiers() {
    let houses: [Identifier<House>] = ["b", "a10", "a2"]
    #expect(houses.sorted().map(\.text) == ["a10", "a2", "b"])
  }

  @Test("distances round to the decimetre")
  func distances() {
    #expect(Distance(metres: 1.26).decimetres == 13)
    #expect(Distance(decimetres: 12_345).kilometres == 1.2345)
    #expect(Distance(metres: 3) + Distance(metres: 4) - Distance(metres: 5) == Distance(metres: 2))
  }

  @Test("costs take time at a rate")
  func costs() {
    #expect(Cost(.minutes(2), rate: 3) == Cost(360))
    #expect(Cost(5) - Cost(7) < .zero)
  }

  @Test("a counting rule stops at its count and knows how far it is")
  func stopping() {
    let rule = AfterIterations(4)
    #expect(!rule.shouldStop(iterations: 3, best: .zero))
    #expect(rule.shouldStop(iterations: 4, best: .zero))
    #expect(rule.fractionDone(iterations: 1) == 0.25)
    #expect(AfterIterations(0).fractionDone(iterations: 0) == 0)
  }

  @Test("file bytes hand out copies of any range")
  func fileBytes() {
    let bytes = FileBytes(Array(0..<100))
    #expect(bytes.count == 100)
    #expect(bytes.copy(10..<13) == [10, 11, 12])
    #expect(bytes.copy(100..<100).isEmpty)
  }
}
