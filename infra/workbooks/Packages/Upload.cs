using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>Takes in what is sent, up to the limit.</summary>
internal static class Upload
{
    /// <returns>Null when there is more than a workbook may have.</returns>
    public static async Task<ReadOnlyMemory<byte>?> Read(Stream from, CancellationToken cancellation)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (held.Length + read > IReportWorkbooks.MaxBytes)
            {
                return null;
            }

            held.Write(buffer, 0, read);
        }

        return held.GetBuffer().AsMemory(0, (int)held.Length);
    }
}
