import FieldModel
import Quantities

extension VisitFacts {
  func weekday(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .weekdays(let allowed, let warned) = clause.entry.value else { return met(clause) }
    let day = date.weekday
    if !allowed.contains(day) {
      let next = (1...7).lazy.map { date.adding(days: $0) }.first {
        allowed.contains($0.weekday)
      }
      return unmet(clause, .barredWeekday, [day.code], next: next, consent: .restDay)
    }
    return warned.contains(day)
      ? state(clause, .warnedWeekday, [day.code], outcome: .conditions) : met(clause)
  }

  func holiday(_ clause: RuleBook.Clause) -> RuleFinding {
    guard case .calendar(let named) = clause.entry.value else { return met(clause) }
    let code = named ?? calendarCode
    guard let calendar = calendars[code], calendar.covers(date) else {
      return state(
        clause, .calendarMissing, [code, String(date.components.year)], outcome: .conditions)
    }
    if let dayOff = calendar.findDayOff(date) {
      return unmet(
        clause, .holiday, [date.description, dayOff.name.english, dayOff.name.chinese],
        next: calendar.firstWorkingDate(from: date), consent: .restDay)
    }
    if calendar.makeUpWorkdays.contains(date) {
      return state(clause, .makeUpWorkday, [date.description], outcome: .conditions)
    }
    return met(clause)
  }

  func promise(_ clause: RuleBook.Clause) -> RuleFinding {
    guard clause.entry.value != .choice("free"), let due = context.promiseDue, date <= due else {
      return met(clause)
    }
    return unmet(clause, .promiseRunning, [due.description], next: due.adding(days: 1))
  }
}
