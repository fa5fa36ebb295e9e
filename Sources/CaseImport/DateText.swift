import Quantities

/// Reads a date as people and programs write it.
///
/// `2026-11-22`, `2026/11/22`, `2026.11.22`, `20261122`, `2026年11月22日`, `22/11/2026` in a stated
/// order, and the day numbers of spreadsheets; a time after the date is passed over.
enum DateText {
  /// Why a date cannot be read.
  struct Problem: Error {
    var code: String
    var hint = ""
  }

  /// A date, and whether it came from the day number of a spreadsheet.
  struct Reading {
    var date: ServiceDate
    var isSerial = false
  }

  /// Years that a case file can sensibly speak of.
  static let years = 1980...2100

  /// The date that `text` states.
  static func read(_ text: String, order: DateOrder?) throws(Problem) -> Reading {
    let narrow = Spelling.halfWidth(text)
    let numbers = try numbers(in: narrow)
    switch numbers.count {
    case 1: return try single(numbers[0])
    case 3: break
    default: throw Problem(code: "unreadable-date")
    }
    if numbers[0].digits == 4 {
      return Reading(date: try day(numbers[0].value, numbers[1].value, numbers[2].value))
    }
    guard numbers[2].digits == 4 else {
      throw Problem(code: "unreadable-date", hint: "year-with-four-digits")
    }
    let (first, second, year) = (numbers[0].value, numbers[1].value, numbers[2].value)
    switch order {
    case .dayMonthYear: return Reading(date: try day(year, second, first))
    case .monthDayYear: return Reading(date: try day(year, first, second))
    case .yearMonthDay, nil:
      if first > 12 { return Reading(date: try day(year, second, first)) }
      if second > 12 { return Reading(date: try day(year, first, second)) }
      throw Problem(code: "ambiguous-date", hint: "say-date-order")
    }
  }

  private typealias Number = (value: Int, digits: Int)

  /// The numbers of the date part; a time after a space or a T is left off.
  private static func numbers(in text: String) throws(Problem) -> [Number] {
    var numbers: [Number] = []
    var isInNumber = false
    for scalar in text.unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        let digit = Int(scalar.value) - 0x30
        if !isInNumber { numbers.append((0, 0)) }
        isInNumber = true
        guard let last = numbers.last, last.digits < 8 else {
          throw Problem(code: "unreadable-date")
        }
        numbers[numbers.count - 1] = (last.value * 10 + digit, last.digits + 1)
        continue
      }
      isInNumber = false
      switch scalar {
      case "-", "/", ".", "年", "月": continue
      case " ", "T", "日":
        if numbers.count == 3 || numbers.count == 1 && numbers[0].digits == 8 { return numbers }
        if scalar != " " { throw Problem(code: "unreadable-date") }
      case "O", "o": throw Problem(code: "unreadable-date", hint: "letter-o-for-zero")
      default: throw Problem(code: "unreadable-date")
      }
    }
    return numbers
  }

  /// Eight digits are year, month and day; five are days since 1899-12-30, as spreadsheets count
  /// after February 1900.
  private static func single(_ number: Number) throws(Problem) -> Reading {
    if number.digits == 8 {
      let value = number.value
      return Reading(date: try day(value / 10_000, value / 100 % 100, value % 100))
    }
    guard number.digits == 5, let base = ServiceDate(year: 1899, month: 12, day: 30) else {
      throw Problem(code: "unreadable-date")
    }
    let date = base.adding(days: number.value)
    guard years.contains(date.components.year) else { throw Problem(code: "absurd-date") }
    return Reading(date: date, isSerial: true)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> ServiceDate {
    guard let date = ServiceDate(year: year, month: month, day: day) else {
      throw Problem(code: "absurd-date", hint: "no-such-day")
    }
    guard years.contains(year) else {
      throw Problem(code: "absurd-date", hint: "year-out-of-range")
    }
    return date
  }
}
