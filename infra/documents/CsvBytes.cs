using System.Text.Unicode;
using VksServerless.Units;

namespace VksServerless.Documents;

/// <summary>
/// Looks over the raw bytes before they are parsed: parsers mend what is not UTF-8 without a word, and a name would be lost.
/// </summary>
internal static class CsvBytes
{
    private const int MaxLine = 8_192;

    public static void Check(ReadOnlySpan<byte> content, LineErrors errors)
    {
        for (var number = 1; !content.IsEmpty; number++)
        {
            var end = content.IndexOf((byte)'\n');
            Check(end < 0 ? content : content[..end], number, errors);
            content = end < 0 ? [] : content[(end + 1)..];
        }
    }

    private static void Check(ReadOnlySpan<byte> line, int number, LineErrors errors)
    {
        if (line.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        if (line.Length > MaxLine)
        {
            errors.Add(number, "line-length", $"Dòng quá dài; mỗi dòng dài tối đa {MaxLine} byte.");
        }
        else if (!Utf8.IsValid(line))
        {
            errors.Add(number, "encoding", "Dòng không được mã hóa UTF-8; lưu lại tệp dạng \"CSV UTF-8\".");
        }
        else if (line.ContainsAny((byte)0, (byte)'\r'))
        {
            errors.Add(number, "control-character", "Dòng có ký tự điều khiển; lưu lại tệp dạng \"CSV UTF-8\".");
        }
    }
}
