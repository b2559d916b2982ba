using CsvHelper;
using VksServerless.Units;

namespace VksServerless.Documents;

/// <summary>Takes a file of lines under a heading apart; the heading names the columns in any order.</summary>
/// <param name="most">Lines that are read at most: one more than is allowed is enough to say that there are too many.</param>
internal sealed class CsvTable(ReadOnlyMemory<byte> content, string[] columns, int most, LineErrors errors)
{
    /// <returns>Null when it is longer than that.</returns>
    public static async Task<ReadOnlyMemory<byte>?> Load(Stream file, int maxBytes, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        using var content = new MemoryStream();
        while (await file.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            if (content.Length + count > maxBytes)
            {
                return null;
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    /// <summary>
    /// The cells of each line in the order of the columns; none when bytes or heading are wrong, which has then been noted.
    /// </summary>
    public List<(int Number, string[] Cells)> Read()
    {
        CsvBytes.Check(content.Span, errors);
        return errors.Count > 0 ? [] : Lines();
    }

    private List<(int Number, string[] Cells)> Lines()
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
        var lines = new List<(int, string[])>();
        if (!csv.Read())
        {
            errors.Add(1, "empty", "Tệp không có nội dung.");
            return lines;
        }

        if (Heading(Fields(csv), (int)csv.LineNumber) is not { } at)
        {
            return lines;
        }

        while (lines.Count <= most && csv.Read())
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

            lines.Add(((int)csv.LineNumber, Array.ConvertAll(at, column => fields[column])));
        }

        return lines;
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    /// <summary>Where each of our columns stands, or null when the heading is not ours.</summary>
    private int[]? Heading(string[] heading, int line)
    {
        var names = Array.ConvertAll(heading, name => name.ToLowerInvariant());
        foreach (var missing in columns.Except(names))
        {
            errors.Add(line, "column-missing", $"Tiêu đề thiếu cột \"{missing}\"; phải có đủ: {string.Join(", ", columns)}.");
        }

        foreach (var unknown in names.Except(columns))
        {
            errors.Add(line, "column-unknown", $"Tiêu đề có cột lạ \"{unknown}\"; chỉ gồm: {string.Join(", ", columns)}.");
        }

        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            errors.Add(line, "column-duplicate", $"Tiêu đề có cột \"{twice.Key}\" nhiều lần.");
        }

        return errors.Count > 0 ? null : Array.ConvertAll(columns, column => Array.IndexOf(names, column));
    }

    /// <summary>No column's name holds any of the three, so the heading tells which one parts them.</summary>
    private char Separator()
    {
        var heading = content.Span is var all && all.IndexOf((byte)'\n') is >= 0 and var end ? all[..end] : content.Span;
        return heading.Contains((byte)',') ? ',' : heading.Contains((byte)';') ? ';' : heading.Contains((byte)'\t') ? '\t' : ',';
    }
}
