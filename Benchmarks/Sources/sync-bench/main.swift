import Glibc
import Measuring

let usage = """
  sync-bench: measures sync files; prints one JSON object per line. Keys, people and visits are
  invented from a seed.

    sync-bench read [--records N] [--lanes N,…] [--repeat K]
        open, verify and import a visit log of days of twenty visits
    sync-bench day
        bytes of a crew's day of twenty visits without photographs, with one to five positions each
    sync-bench stream [--mebibytes N] [--folder FOLDER] [--lanes N]
        most memory while a log of that size, photographs included, is read from a file that is made
        for it and deleted
    sync-bench fold [--crews N] [--days N]
        the state of all days of so many crews, from the records as they are stored
  """

do {
  let arguments = CommandLine.arguments.dropFirst()
  let rest = arguments.dropFirst()
  switch arguments.first {
  case "read": try await ReadCommand.run(rest)
  case "day": try DayCommand.run(rest)
  case "stream": try await StreamCommand.run(rest)
  case "fold": try FoldCommand.run(rest)
  case "--help", "-h", "help": print(usage)
  default: throw BenchmarkFailure("unknown command\n\n\(usage)")
  }
} catch {
  complain("sync-bench: \(error)")
  exit(64)
}
