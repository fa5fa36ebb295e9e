import Gazetteer
import Quantities
import Testing

@Suite("Address search")
struct GazetteerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var label: String
    var precision: PlaceMatch.Precision
    var score: ClosedRange<Double>
    var testDescription: String { text }

    init(
      _ text: String, _ label: String, _ precision: PlaceMatch.Precision,
      _ score: ClosedRange<Double> = 0.9...1
    ) {
      (self.text, self.label, self.precision, self.score) = (text, label, precision, score)
    }
  }

  @Test(
    "finds Latin addresses as people write them",
    arguments: [
      Case("14 Green Street, Ryde PO33 2QT", "14 Green Street, Ryde", .house),
      Case("14 green st ryde", "14 Green Street, Ryde", .house),
      Case("Green Street 14, Ryde", "14 Green Street, Ryde", .house),
      Case("14, Green St., PO332QT", "14 Green Street, Ryde", .house),
      Case("12a Green Street, Ryde", "12A Green Street, Ryde", .house),
      Case("12 A Green Street Ryde", "12A Green Street, Ryde", .house),
      Case("Flat 2, 7 High St Newport", "7 High Street, Newport", .house),
      Case("Flat 2\n7 High Street\nNewport\nUK", "7 High Street, Newport", .house),
      Case("10 High Street, Newport", "8-12 High Street, Newport", .house),
      Case("14 Grean Street, Ryde", "14 Green Street, Ryde", .house, 0.8...0.99),
      Case("14 PO33 2QT", "14 Green Street, Ryde", .house),
      Case("PO33 2QT", "PO33 2QT, Ryde", .postcode),
      Case("Rose Cottage, Church Lane, Whitwell", "Rose Cottage Church Lane, Whitwell", .house),
      Case("3 Forgotten Row, Seaview", "3 Forgotten Row, Seaview", .house),
      Case("Saint Johns Rd, Ryde", "St John's Road, Ryde", .street),
      Case("Whitwell", "Whitwell", .village),
      Case("Ryde", "Ryde", .district),
      Case("Ryde Pavilion", "Ryde Pavilion, Ryde", .landmark),
      Case("16 Green Street, Ryde", "Green Street, Ryde", .interpolated, 0.7...0.95),
      Case("990 Green Street, Ryde", "Green Street, Ryde", .street, 0.5...0.75),
      Case("Nathan Rd", "彌敦道 Nathan Road", .street),
    ])
  func latin(_ example: Case) throws {
    let best = try #require(
      SmallWorld.gazetteer().search(example.text, near: nil, limit: 5).first)
    #expect(
      best.label == example.label || best.labels.contains { $0.text.hasSuffix(example.label) }
        || best.label.contains(example.label))
    #expect(best.precision == example.precision)
    #expect(example.score.contains(best.score), "\(best.score)")
  }

  @Test(
    "finds Chinese addresses, in characters and in pinyin",
    arguments: [
      Case("清溪县河东路128号阳光花园3栋2单元501室", "清溪县阳光花园3栋", .house, 0.85...1),
      Case("安徽省清溪县河东路128号", "清溪县河东路128号", .house),
      Case("清溪河东路一百二十八号", "清溪县河东路128号", .house),
      Case("清溪縣河東路128號", "清溪县河东路128号", .house),
      Case("清溪县河东路１２８号", "清溪县河东路128号", .house),
      Case("河东路130号", "河东路", .interpolated, 0.5...0.9),
      Case("滨河小区12栋", "滨河小区12栋", .house),
      Case("滨河小区十二幢3单元", "滨河小区12栋", .house),
      Case("滨河12号楼", "滨河小区12栋", .house, 0.85...1),
      Case("滨河小区14-2-301", "滨河小区14幢", .house),
      Case("滨河小区12#301", "滨河小区12栋", .house),
      Case("滨河小区12栋1单元302", "滨河小区12栋", .house),
      Case("滨河小区13栋", "滨河小区", .compound, 0.5...0.8),
      Case("阳光花圆3栋", "清溪县阳光花园3栋", .house, 0.7...0.95),
      Case("阳光花园A座", "清溪县阳光花园A座", .house),
      Case("阳光花园", "阳光花园", .compound),
      Case("和谐家园1栋", "城关镇和谐家园1栋", .house),
      Case("王家村", "王家村", .village),
      Case("王家村12号", "王家村12号", .house),
      Case("清溪县李家村5组", "李家", .village, 0.8...1),
      Case("八一路", "八一路", .street),
      Case("Wangjiacun", "王家村", .village),
      Case("Wang Jia Cun 12 hao", "王家村12号", .house),
      Case("Wangjia Village", "王家村", .village),
      Case("128 Hedong Lu, Qingxi", "清溪县河东路128号", .house),
      Case("128 Hedong Road, Qingxi Xian", "清溪县河东路128号", .house),
      Case("Yangguang Huayuan Building 3, Unit 2", "清溪县阳光花园3栋", .house),
      Case("人民大街8号", "城关镇人民大街8号", .house),
      Case("弥敦道", "彌敦道 Nathan Road", .street),
    ])
  func chinese(_ example: Case) throws {
    let best = try #require(
      SmallWorld.gazetteer().search(example.text, near: nil, limit: 5).first)
    #expect(best.label.contains(example.label))
    #expect(best.precision == example.precision)
    #expect(example.score.contains(best.score), "\(best.score)")
  }

  @Test("names the compound's entrance, on the side of the street of the address")
  func entrance() throws {
    let match = try #require(
      SmallWorld.gazetteer().search("河东路阳光花园", near: nil, limit: 1).first)
    #expect(match.isEntrance)
    #expect(match.coordinate == SmallWorld.at(33.0006, 117.0101))
    #expect(match.labels.map(\.text) == ["清溪县阳光花园", "Yángguāng Huāyuán, Qīngxī Xiàn"])
  }

  @Test("gives both streets of one name when the town is not said")
  func ambiguous() throws {
    let gazetteer = try SmallWorld.gazetteer()
    let matches = gazetteer.search("7 High Street", near: nil, limit: 5)
    #expect(Set(matches.map(\.label)) == ["7 High Street, Ryde", "7 High Street, Newport"])
    #expect(matches.count == 2 && matches[0].score == matches[1].score)
    let near = gazetteer.search("7 High Street", near: SmallWorld.at(50.7, -1.29), limit: 5)
    #expect(near.first?.label == "7 High Street, Newport")
  }

  @Test("doubts a street that lies in another town than the address says")
  func contradiction() throws {
    let match = try #require(
      SmallWorld.gazetteer().search("14 Green Street, Newport", near: nil, limit: 3).first)
    #expect(match.score < 0.6)
    let town = match.parts.first { $0.text == "Newport" }
    #expect(town?.outcome == .contradicted || match.precision == .district)
  }

  @Test("an unknown street in a known town is never found well")
  func unknownStreet() throws {
    for text in ["5 Nowhere Avenue, Ryde", "清溪县南湖路5号", "建设路小区3栋, 清溪县"] {
      let matches = try SmallWorld.gazetteer().search(text, near: nil, limit: 3)
      #expect(matches.allSatisfy { $0.score < 0.5 }, "\(text): \(matches.map(\.label))")
    }
  }

  @Test("says which words were found and which were not")
  func reasons() throws {
    let match = try #require(
      SmallWorld.gazetteer().search(
        "清溪县河东路128号阳光花园3栋2单元501室", near: nil, limit: 1
      ).first)
    #expect(
      match.parts == [
        AddressPart(kind: .district, text: "清溪县", outcome: .matched),
        AddressPart(kind: .street, text: "河东路", outcome: .matched),
        AddressPart(kind: .houseNumber, text: "128号", outcome: .matched),
        AddressPart(kind: .compound, text: "阳光花园", outcome: .matched),
        AddressPart(kind: .building, text: "3栋", outcome: .matched),
        AddressPart(kind: .unit, text: "2单元", outcome: .ignored),
        AddressPart(kind: .unit, text: "501室", outcome: .ignored),
      ])
  }

  @Test("finds every house of the draft by its own address")
  func everyHouse() throws {
    let gazetteer = try SmallWorld.gazetteer()
    for house in SmallWorld.draft.houses {
      let isChinese = (house.street + house.place).unicodeScalars.contains { $0.value > 0x3000 }
      let text =
        isChinese
        ? house.place + house.street + house.number
        : "\(house.number) \(house.street), \(house.place) \(house.postcode)"
      let match = gazetteer.search(text, near: nil, limit: 1).first
      #expect(match?.coordinate == house.coordinate, "\(text) → \(match?.label ?? "nothing")")
      #expect(match?.precision == .house && match?.score ?? 0 > 0.9, "\(text)")
    }
  }

  @Test("nothing comes of nothing, and hostile text ends quickly")
  func hostile() throws {
    let gazetteer = try SmallWorld.gazetteer()
    let texts = [
      "", " ", ",,,,", "号", "栋栋栋", "-----", "1", "\u{0}\u{0}", "🏠🏠",
      String(repeating: "High Street ", count: 10_000), String(repeating: "路", count: 10_000),
      String(repeating: "9", count: 10_000), String(repeating: "1-", count: 5000),
      String(repeating: "清溪县河东路128号", count: 1000), String(repeating: "a,", count: 5000),
    ]
    for text in texts {
      #expect(gazetteer.search(text, near: nil, limit: 3).count <= 3)
    }
    #expect(gazetteer.search("Ryde", near: nil, limit: 0).isEmpty)
    #expect(gazetteer.search("", near: nil, limit: 3).isEmpty)
  }

  @Test("a random draft answers every one of its own addresses in both scripts")
  func randomDraft() throws {
    var generator = SeededGenerator(seed: 7)
    var draft = PlaceDraft(sourceName: "random", licenceLine: "")
    let syllables = ["bin", "hong", "qiao", "lan", "tai", "wei", "xu", "yuan"]
    let characters = "滨红桥兰泰威徐远江海山月".map(String.init)
    for index in 0..<40 {
      let first = Int.random(in: 0..<8, using: &generator)
      let second = Int.random(in: 0..<12, using: &generator)
      let number = "\(index)".map { characters[Int(String($0)) ?? 0] }.joined()
      let han = "\(characters[second])\(number)路"
      let latin = "\(syllables[first])\(syllables[index % 8])\(index) Road"
      for (name, shift) in [(han, 0.0), (latin, 1.0)] {
        let middle = SmallWorld.at(30 + shift + Double(index) * 0.01, 110)
        draft.streets.append(.init(names: [.init(text: name)], lines: [[middle]]))
        for house in 0..<8 {
          let suffix = Bool.random(using: &generator) ? "b" : ""
          draft.houses.append(
            .init(
              number: "\(house * 3 + 1)\(suffix)", street: name, place: "", postcode: "",
              coordinate: SmallWorld.at(
                30 + shift + Double(index) * 0.01, 110 + Double(house) * 0.0002)))
        }
      }
    }
    let gazetteer = try Gazetteer(FileBytes(PlaceFileBuilder.build(draft)))
    for house in draft.houses {
      let isHan = house.street.hasSuffix("路")
      let text = isHan ? "\(house.street)\(house.number)号" : "\(house.number) \(house.street)"
      let match = gazetteer.search(text, near: nil, limit: 1).first
      #expect(match?.coordinate == house.coordinate && match?.score == 1, "\(text)")
    }
  }
}
