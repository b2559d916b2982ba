using CsvHelper;
using VksServerless.Units;

namespace VksServerless.Documents.Units;

/// <summary>Takes bytes that <see cref="CsvBytes"/> has passed apart into lines and columns.</summary>
internal sealed class DirectoryCsvReader(ReadOnlyMemory<byte> content, LineErrors errors)
{
    public List<UnitLine> Read()
    {
        using var csv = CsvReader.Create(content, new CsvReaderOptions
        {
            Separator = Separator(),
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = record =>
                errors.Add(
                    (int)record.LineNumber, "quotes",
                    "Dấu ngoặc kép đặt sai chỗ: cả ô phải nằm trong một cặp dấu ngoặc kép, trên một dòng."),
        });
        var lines = new List<UnitLine>();
        if (!csv.Read())
        {
            errors.Add(1, "empty", "Tệp không có nội dung.");
            return lines;
        }

        if (Heading(Fields(csv), (int)csv.LineNumber) is not { } at)
        {
            return lines;
        }

        // One more than is allowed is enough for UnitDirectory.Build to say that there are too many.
        while (lines.Count <= UnitDirectory.MaxUnits && csv.Read())
        {
            var fields = Fields(csv);
            if (fields.All(string.IsNullOrEmpty))
            {
                continue;
            }

            if (fields.Length != at.Length)
            {
                errors.Add(
                    (int)csv.LineNumber, "columns",
                    $"Dòng có {fields.Length} cột, tiêu đề có {at.Length} cột. Giá trị có dấu phân cách phải đặt trong dấu ngoặc kép.");
                continue;
            }

            lines.Add(new UnitLine(
                (int)csv.LineNumber, fields[at[0]], fields[at[1]], fields[at[2]], fields[at[3]], fields[at[4]], fields[at[5]],
                fields[at[6]], fields[at[7]]));
        }

        return lines;
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    /// <summary>Where each of our columns stands, or null when the heading is not ours.</summary>
    private int[]? Heading(string[] heading, int line)
    {
        var names = Array.ConvertAll(heading, name => name.ToLowerInvariant());
        foreach (var missing in DirectoryCsv.Columns.Except(names))
        {
            errors.Add(line, "column-missing", $"Tiêu đề thiếu cột \"{missing}\"; phải có đủ: {string.Join(", ", DirectoryCsv.Columns)}.");
        }

        foreach (var unknown in names.Except(DirectoryCsv.Columns))
        {
            errors.Add(line, "column-unknown", $"Tiêu đề có cột lạ \"{unknown}\"; chỉ gồm: {string.Join(", ", DirectoryCsv.Columns)}.");
        }

        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            errors.Add(line, "column-duplicate", $"Tiêu đề có cột \"{twice.Key}\" nhiều lần.");
        }

        return errors.Count > 0 ? null : Array.ConvertAll(DirectoryCsv.Columns, column => Array.IndexOf(names, column));
    }

    /// <summary>No column's name holds any of the three, so the heading tells which one parts them.</summary>
    private char Separator()
    {
        var heading = content.Span is var all && all.IndexOf((byte)'\n') is >= 0 and var end ? all[..end] : content.Span;
        return heading.Contains((byte)',') ? ',' : heading.Contains((byte)';') ? ';' : heading.Contains((byte)'\t') ? '\t' : ',';
    }
}
