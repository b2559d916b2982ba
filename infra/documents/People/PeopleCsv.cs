using CsvHelper;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Documents.People;

/// <summary>
/// A register of persons as a CSV file: UTF-8, a line for each post of a person, a heading that names the eight columns in any order.
/// Parted by commas, or by semicolons or tabs as a Vietnamese Excel writes it.
/// </summary>
public static class PeopleCsv
{
    /// <summary>The most that is read of any file, in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly string[] Columns = ["person", "name", "mail", "role", "unit", "from", "to", "in_place_of"];

    // PeopleRegister.Build has refused whatever a spreadsheet would run; what slipped by is a bug and throws.
    private static readonly CsvWriterOptions Written = new() { Injection = CsvInjection.Throw, WriteByteOrderMark = true };

    /// <summary>The lines as they were written, or a refusal that names every line that cannot be taken apart.</summary>
    public static async Task<Outcome<IReadOnlyList<PersonLine>>> Read(Stream file, CancellationToken cancellation) =>
        await CsvTable.Load(file, MaxBytes, cancellation) is { } content ? Read(content) : PeopleRefusals.TooLarge(MaxBytes);

    /// <summary>Writes the whole register, with a byte order mark so that Excel shows the diacritics.</summary>
    public static async Task Write(PeopleRegister register, Stream file, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(file, Written, leaveOpen: true);
        csv.WriteHeader(Columns);
        foreach (var line in register.Lines)
        {
            csv.WriteField(line.Id);
            csv.WriteField(line.Name);
            csv.WriteField(line.Mail);
            csv.WriteField(line.Role);
            csv.WriteField(line.Unit);
            csv.WriteField(line.From);
            csv.WriteField(line.To);
            csv.WriteField(line.InPlaceOf);
            await csv.EndRecordAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    private static Outcome<IReadOnlyList<PersonLine>> Read(ReadOnlyMemory<byte> content)
    {
        var errors = new LineErrors();
        List<PersonLine> lines =
        [
            .. new CsvTable(content, Columns, PeopleRegister.MaxPosts, errors).Read().Select(line => new PersonLine(
                line.Number, line.Cells[0], line.Cells[1], line.Cells[2], line.Cells[3], line.Cells[4], line.Cells[5], line.Cells[6],
                line.Cells[7])),
        ];
        return errors.Count > 0 ? PeopleRefusals.Unreadable(errors) : lines;
    }
}
