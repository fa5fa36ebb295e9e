import Foundation

/// A lender's file of invented borrowers at invented doors.
struct CaseSheet {
  static let columns = [
    "case_number", "borrower_number", "borrower_name", "borrower_kind", "borrower_phone",
    "loan_number", "product", "overdue_amount", "overdue_since", "home_address",
    "home_latitude_wgs84", "home_longitude_wgs84", "home_status", "contacts", "holds", "身份证号",
  ]

  var columns = Self.columns
  var rows: [[String: String]] = []

  /// The sheet as comma-separated values.
  var text: String {
    let lines = [columns] + rows.map { row in columns.map { "\"\(row[$0] ?? "")\"" } }
    return lines.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// The sheet with one borrower at each of some doors.
  ///
  /// Every third address has coordinates; borrower 20 disputes the debt, and nobody knows where
  /// borrower 21 lives.
  static func invent(at doors: [Door]) -> CaseSheet {
    CaseSheet(
      rows: doors.enumerated().map { position, door in
        var row = Borrower(position).row
        row["home_address"] = position == 21 ? "" : door.text
        if position % 3 == 0, position != 21 {
          row["home_latitude_wgs84"] = door.latitude
          row["home_longitude_wgs84"] = door.longitude
        }
        row["holds"] = position == 20 ? "dispute 2026-11-01..2026-12-31" : ""
        return row
      })
  }
}

/// Somebody who does not exist.
struct Borrower {
  let number: Int

  init(_ number: Int) { self.number = number }

  var loanCase: String { "E-\(padded)" }
  /// With the other two: what must never stand in a file name or an error.
  var name: String {
    let digits = Array("甲乙丙丁戊己庚辛壬癸")
    return "柏秋\(digits[number / 10 % 10])\(digits[number % 10])"
  }
  var phone: String { "1005557\(padded)" }
  var identity: String { "11010119900307\(padded)" }

  var row: [String: String] {
    [
      "case_number": loanCase, "borrower_number": "B\(padded)", "borrower_name": name,
      "borrower_kind": "person", "borrower_phone": phone, "loan_number": "\(loanCase)-1",
      "product": "loan", "overdue_amount": "\(1000 + number * 37).50",
      "overdue_since": "2026-09-01", "home_status": "verified", "身份证号": identity,
      "contacts":
        "2026-11-03 10:40 sms message; 2026-11-08 11:20 call no-answer; "
        + "2026-11-17 10:05 sms visit-announced",
    ]
  }

  private var padded: String { String(String(10_000 + number).dropFirst()) }
}

/// A house of the invented town.
struct Door {
  let latitude: String
  let longitude: String
  let street: String
  let house: String

  var text: String { "清溪县\(street)\(house)" }

  /// The doors of a town written as OpenStreetMap XML.
  static func list(in town: String) -> [Door] {
    var doors: [Door] = []
    var place: (latitude: String, longitude: String)?
    var house: String?
    for line in town.split(separator: "\n") {
      if line.contains("<node ") {
        place = (value("lat", in: line) ?? "", value("lon", in: line) ?? "")
        house = nil
      } else if line.contains("k=\"addr:housenumber\"") {
        house = value("v", in: line)
      } else if line.contains("k=\"addr:street\""), let place, let found = house,
        let street = value("v", in: line)
      {
        doors.append(
          Door(
            latitude: place.latitude, longitude: place.longitude, street: street, house: found))
        house = nil
      }
    }
    return doors
  }

  private static func value(_ name: String, in line: Substring) -> String? {
    guard let start = line.range(of: " \(name)=\"")?.upperBound,
      let end = line[start...].firstIndex(of: "\"")
    else { return nil }
    return String(line[start..<end])
  }
}
