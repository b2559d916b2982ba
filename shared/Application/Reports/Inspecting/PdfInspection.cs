using VksServerless.Reports;

namespace VksServerless.Application.Reports.Inspecting;

/// <summary>
/// Finds the names of actions that run something, also with letters written as #xx. /OpenAction alone says nothing: every
/// office program writes it to open the first page, and an action that does more has one of these names. What lies in a
/// compressed object stream is not seen.
/// </summary>
public sealed class PdfInspection : IInspection
{
    private const int LongestName = 12;
    private static readonly byte[][] Running = ["JavaScript"u8.ToArray(), "Launch"u8.ToArray()];

    private readonly byte[] _name = new byte[LongestName];

    /// <summary>Letters of the name that is being read; negative: none is.</summary>
    private int _length = -1;

    /// <summary>Hexadecimal digits of a letter that are still to come, and what they say so far.</summary>
    private int _digits;
    private int _letter;
    private bool _runs;

    public void Pass(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty && !_runs)
        {
            if (_length < 0)
            {
                var slash = bytes.IndexOf((byte)'/');
                if (slash < 0)
                {
                    return;
                }

                (_length, _digits) = (0, 0);
                bytes = bytes[(slash + 1)..];
                continue;
            }

            Read(bytes[0]);
            bytes = bytes[1..];
        }
    }

    public Refusal? Verdict()
    {
        End();
        return _runs ? AttachmentRefusals.Active("PDF chứa JavaScript hoặc lệnh chạy chương trình") : null;
    }

    private void Read(byte letter)
    {
        if (_digits > 0 && char.IsAsciiHexDigit((char)letter))
        {
            _letter = (_letter << 4) | Convert.ToInt32(((char)letter).ToString(), 16);
            if (--_digits == 0)
            {
                Append((byte)_letter);
            }
        }
        else if (letter == '#' && _digits == 0)
        {
            (_digits, _letter) = (2, 0);
        }
        else if (letter is > 32 and < 127 && "()<>[]{}/%".IndexOf((char)letter, StringComparison.Ordinal) < 0 && _digits == 0)
        {
            Append(letter);
        }
        else
        {
            End();
            _length = letter == '/' ? 0 : -1;
            _digits = 0;
        }
    }

    private void Append(byte letter)
    {
        if (_length < LongestName)
        {
            _name[_length++] = letter;
        }
        else
        {
            // Longer than any that we look for.
            _length = -1;
        }
    }

    private void End()
    {
        if (_length > 0 && _digits == 0)
        {
            foreach (var name in Running)
            {
                _runs |= name.AsSpan().SequenceEqual(_name.AsSpan(0, _length));
            }
        }
    }
}
