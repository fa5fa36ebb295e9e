import CaseImport
import FieldModel
import Quantities
import Testing

@Suite("Tables of places")
struct PointTableTests {
  private func read(_ text: String) throws -> (points: [NamedPoint], codes: [String]) {
    let read = try PointTable.read(Array(text.utf8))
    return (read.points, read.diagnostics.map { "\($0.line ?? 0) \($0.code)" })
  }

  @Test(
    "columns are found by their names, in any order",
    arguments: [
      "id,lat,lon\nA,31.5,121.25\n", "LON;LAT;note;Name\n121.25;31.5;x;A",
      "\u{FEFF}名称\t经度\t纬度\r\nA\t121.25\t31.5\r\n", "y,x,code\n\n31.5,121.25,A\n\n",
    ])
  func columns(text: String) throws {
    let (points, codes) = try read(text)
    #expect(codes.isEmpty)
    #expect(points.map(\.name) == ["A"])
    #expect(points.first?.coordinate == Coordinate(latitude: 315_000_000, longitude: 1_212_500_000))
  }

  @Test("a row without a name is called by its number")
  func numbers() throws {
    let (points, _) = try read("latitude,longitude\n1,2\n3,4\n")
    #expect(points.map(\.name) == ["1", "2"])
    #expect(points.map(\.line) == [2, 3])
  }

  @Test("rows that cannot be read are left out, each with its line, and the others kept")
  func badRows() throws {
    let (points, codes) = try read(
      """
      id,lat,lon
      a,1,2
      b,,2
      c,nan,2
      d,1
      e,91,2
      f,100,20
      g,999,999
      h,"1
      """)
    #expect(points.map(\.name) == ["a"])
    #expect(
      codes == [
        "3 unreadable-coordinate", "4 unreadable-coordinate", "5 wrong-column-count",
        "6 swapped-coordinates", "7 swapped-coordinates", "8 absurd-coordinate",
        "9 unclosed-quote",
      ])
  }

  @Test("a file without the columns, with one twice, or with nothing in it is refused")
  func refused() {
    #expect(throws: CaseFileError.missingColumns(["longitude"])) { try read("id,lat\na,1\n") }
    #expect(throws: CaseFileError.repeatedColumn(field: "latitude", headers: ["lat", "latitude"])) {
      try read("lat,latitude,lon\n1,1,1\n")
    }
    #expect(throws: CaseFileError.empty) { try read(" \n\n") }
    #expect(throws: CaseFileError.self) { try PointTable.read([0xFF, 0xFE, 0x41, 0x00]) }
  }
}
