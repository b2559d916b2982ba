using CsvHelper;
using VksServerless.Units;

namespace VksServerless.Documents.Units;

/// <summary>
/// A directory of units as a CSV file: UTF-8, one unit a line, a heading that names the eight columns in any order.
/// Parted by commas, or by semicolons or tabs as a Vietnamese Excel writes it.
/// </summary>
public static class DirectoryCsv
{
    /// <summary>The most that is read of any file, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private static readonly string[] Columns = ["code", "name", "level", "superior", "head", "mails", "valid_from", "valid_to"];

    // UnitDirectory.Build has refused whatever a spreadsheet would run, so nothing is altered on the way out; what slipped by is a bug and
    // throws.
    private static readonly CsvWriterOptions Written = new() { Injection = CsvInjection.Throw, WriteByteOrderMark = true };

    /// <summary>The lines as they were written, or a refusal that names every line that cannot be taken apart.</summary>
    public static async Task<Outcome<IReadOnlyList<UnitLine>>> Read(Stream file, CancellationToken cancellation) =>
        await CsvTable.Load(file, MaxBytes, cancellation) is { } content ? Read(content) : DirectoryRefusals.TooLarge(MaxBytes);

    /// <summary>Writes the whole directory, with a byte order mark so that Excel shows the diacritics.</summary>
    public static async Task Write(UnitDirectory directory, Stream file, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(file, Written, leaveOpen: true);
        csv.WriteHeader(Columns);
        foreach (var line in directory.Units.Select((unit, index) => UnitLine.Of(index + 2, unit)))
        {
            csv.WriteField(line.Code);
            csv.WriteField(line.Name);
            csv.WriteField(line.Level);
            csv.WriteField(line.Superior);
            csv.WriteField(line.Head);
            csv.WriteField(line.Mails);
            csv.WriteField(line.ValidFrom);
            csv.WriteField(line.ValidTo);
            await csv.EndRecordAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    internal static Outcome<IReadOnlyList<UnitLine>> Read(ReadOnlyMemory<byte> content)
    {
        var errors = new LineErrors();
        List<UnitLine> lines =
        [
            .. new CsvTable(content, Columns, UnitDirectory.MaxUnits, errors).Read().Select(line => new UnitLine(
                line.Number, line.Cells[0], line.Cells[1], line.Cells[2], line.Cells[3], line.Cells[4], line.Cells[5], line.Cells[6],
                line.Cells[7])),
        ];
        return errors.Count > 0 ? DirectoryRefusals.Unreadable(errors) : lines;
    }
}
