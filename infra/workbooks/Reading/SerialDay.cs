namespace VksServerless.Workbooks.Reading;

/// <summary>Days as spreadsheets count them: from 1900, with a 29 February that there was not, or from 1904.</summary>
internal static class SerialDay
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private static readonly DateOnly Epoch1904 = new(1904, 1, 1);

    /// <summary>Before 1 March 1900 programs do not agree; nobody reports such days.</summary>
    private const int FirstSafe = 61;

    /// <summary>The day before year 10000.</summary>
    private const int Last = 2_958_465;

    public static bool TryRead(decimal serial, bool from1904, out DateOnly day)
    {
        var days = decimal.Floor(serial);
        day = default;
        if (days > Last - (from1904 ? 1462 : 0) || days < (from1904 ? 0 : FirstSafe))
        {
            return false;
        }

        day = (from1904 ? Epoch1904 : Epoch).AddDays((int)days);
        return true;
    }
}
