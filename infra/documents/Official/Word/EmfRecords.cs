using System.Text;

namespace VksServerless.Documents.Official.Word;

/// <summary>The records that drawings need ([MS-EMF] 2.3).</summary>
internal enum EmfRecord
{
    Header = 1,
    Polyline = 4,
    EndOfFile = 14,
    SetBkMode = 18,
    SetTextAlign = 22,
    SetTextColour = 24,
    SelectObject = 37,
    CreatePen = 38,
    CreateBrush = 39,
    DeleteObject = 40,
    Ellipse = 42,
    Rectangle = 43,
    CreateFont = 82,
    ExtTextOut = 84,
}

/// <summary>Collects records; every number is a little-endian 32-bit word.</summary>
internal sealed class EmfRecords : IDisposable
{
    public const int NullBrush = unchecked((int)0x80000005);
    public const int NullPen = unchecked((int)0x80000008);
    public const int SystemFont = unchecked((int)0x8000000d);

    // EMR_HEADER without extensions.
    private const int HeaderSize = 88;

    private readonly MemoryStream _content = new();
    private int _count = 1;

    public void Add(EmfRecord record, params IReadOnlyList<int> words)
    {
        Write((int)record, 8 + (words.Count * 4));
        Write(words);
        _count++;
    }

    /// <param name="height">Negative: of the letters, not of the line.</param>
    public void AddFont(int index, int height, bool bold)
    {
        // LogFont, then full name, style and panose left empty: LogFontPanose takes 320 bytes.
        const int LogFontPanose = 320;
        const int Name = 28;
        var font = new byte[LogFontPanose];
        BitConverter.TryWriteBytes(font, height);
        BitConverter.TryWriteBytes(font.AsSpan(16), bold ? 700 : 400);
        font[23] = 1; // DEFAULT_CHARSET
        Encoding.Unicode.GetBytes(Typography.Face, font.AsSpan(Name));
        Write((int)EmfRecord.CreateFont, 12 + font.Length, index);
        _content.Write(font);
        _count++;
    }

    /// <param name="advances">The width of each character.</param>
    public void AddText(int x, int y, string text, IReadOnlyList<int> advances)
    {
        const int Fixed = 76;
        var padded = (text.Length * 2 + 3) / 4 * 4;
        Write(
            (int)EmfRecord.ExtTextOut, Fixed + padded + (advances.Count * 4), 0, 0, -1, -1, 2, BitConverter.SingleToInt32Bits(1),
            BitConverter.SingleToInt32Bits(1), x, y, text.Length, Fixed, 0, 0, 0, -1, -1, Fixed + padded);
        var letters = new byte[padded];
        Encoding.Unicode.GetBytes(text, letters);
        _content.Write(letters);
        Write(advances);
        _count++;
    }

    /// <param name="width">In hundredths of a millimetre, as the height.</param>
    public byte[] ToFile(int width, int height)
    {
        Write((int)EmfRecord.EndOfFile, 20, 0, 16, 20);
        var records = _content.ToArray();
        using var file = new MemoryStream();
        Write(
            file,
            [
                (int)EmfRecord.Header, HeaderSize, 0, 0, width, height, 0, 0, width, height, 0x464d4520, 0x10000,
                HeaderSize + records.Length, _count + 1, 16, 0, 0, 0, 25_400, 25_400, 254, 254,
            ]);
        file.Write(records);
        return file.ToArray();
    }

    public void Dispose() => _content.Dispose();

    private void Write(params IReadOnlyList<int> words) => Write(_content, words);

    private static void Write(MemoryStream to, IReadOnlyList<int> words)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var word in words)
        {
            BitConverter.TryWriteBytes(bytes, word);
            to.Write(bytes);
        }
    }
}
