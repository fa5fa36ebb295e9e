import Briefing
import FieldModel
import Foundation
import Quantities

/// Questions on a terminal; an answer that is not understood is said to be so, and asked for again.
struct Questions {
  let terminal: Terminal

  private var phrases: CommandPhrases { terminal.phrases.commands }

  /// The answer to a question; `nil` for an empty line or the end of input.
  func ask(_ question: String) -> String? {
    FileHandle.standardError.write(Data("\(question) ".utf8))
    guard let answer = readLine()?.trimmingCharacters(in: .whitespaces), !answer.isEmpty else {
      return nil
    }
    return answer
  }

  /// The first answer that `read` understands; `nil` for an empty line or the end of input.
  func ask<Value>(_ question: String, _ read: (String) -> Value?) -> Value? {
    while let answer = ask(question) {
      if let value = read(answer) { return value }
      terminal.remark(phrases.notUnderstood(answer))
    }
    return nil
  }

  /// The choice of a number; `nil` for an empty line, which leaves the visit unrecorded.
  func choose<Choice>(
    _ question: String, _ choices: [Choice], _ word: (Choice) -> String
  ) -> Choice? {
    for (position, choice) in choices.enumerated() {
      terminal.say("    \(position + 1)  \(word(choice))")
    }
    return ask(question) { answer in
      Int(answer).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    }
  }

  /// Asks for `2026-12-03 14:30`.
  func appointment(offsetMinutes: Int16) -> Instant? {
    ask(phrases.askAppointment) { answer in
      let parts = answer.split(separator: " ")
      guard parts.count == 2, let date = ServiceDate(parts[0]), let time = TimeOfDay(parts[1])
      else { return nil }
      return Instant(date: date, time: time, offsetMinutes: offsetMinutes)
    }
  }

  /// Asks for `1234.50 CNY 2026-12-01 transfer`.
  func promise() -> PaymentPromise? {
    ask(phrases.askPromise) { answer in
      let parts = answer.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let amount = Self.money(parts[0], parts[1]),
        let due = ServiceDate(parts[2])
      else { return nil }
      return PaymentPromise(amount: amount, due: due, channel: String(parts[3]))
    }
  }

  /// Asks for payments as `1234.50 CNY app 2026-0042`, until an empty line.
  func payments() -> [DeclaredPayment] {
    var payments: [DeclaredPayment] = []
    while payments.count < 20,
      let payment = ask(
        payments.isEmpty ? phrases.askPayment : phrases.askNextPayment, Self.payment)
    {
      payments.append(payment)
    }
    return payments
  }

  private static func payment(_ answer: String) -> DeclaredPayment? {
    let parts = answer.split(separator: " ", maxSplits: 3)
    guard parts.count == 4, let amount = money(parts[0], parts[1]) else { return nil }
    return DeclaredPayment(
      amount: amount, channel: String(parts[2]), receipt: String(parts[3]))
  }

  /// A sum above nothing in a currency's own decimals, at most a million million of them.
  private static func money(_ text: Substring, _ code: Substring) -> Money? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let currency = Currency(code: code.uppercased()), let whole = parts.first,
      parts.count <= 2, (1...12).contains(whole.count)
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let digits = whole + decimals
    guard decimals.count <= currency.decimals, digits.utf8.allSatisfy({ 48...57 ~= $0 }),
      let units = Int64(
        digits + String(repeating: "0", count: currency.decimals - decimals.count)), units > 0
    else { return nil }
    return Money(minorUnits: units, currency: currency)
  }
}
