using System.Globalization;

namespace VksServerless.Kernel;

/// <summary>How numbers and days are written in Vietnamese documents: 1.234.567,89 and 05/06/2018.</summary>
public static class Vietnamese
{
    /// <summary>Made here, so that figures look the same on a machine without ICU data.</summary>
    public static CultureInfo Culture { get; } = Create();

    /// <summary>dd/MM/yyyy.</summary>
    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", Culture);

    private static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return CultureInfo.ReadOnly(culture);
    }
}
