using VksServerless.Figures;

namespace VksServerless.Web.Portal.Shell;

/// <summary>12 KB, 3,4 MB.</summary>
internal static class FileSize
{
    private const decimal Kilobyte = 1024;

    /// <param name="bytes">Rounded up to whole kilobytes, so that nothing is 0 KB.</param>
    public static string Of(long bytes) => bytes < Kilobyte * Kilobyte
        ? $"{FigureText.Of(Math.Ceiling(bytes / Kilobyte))} KB"
        : $"{FigureText.Of(Math.Round(bytes / Kilobyte / Kilobyte, 1))} MB";
}
