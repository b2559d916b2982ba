using System.Globalization;
using Azure.Data.Tables;

namespace VksServerless.Azure.Storage;

/// <summary>Bodies in entities: a binary property holds 64 KiB at most, so that a body takes as many as it needs.</summary>
internal static class TableBodies
{
    private const int Part = 64 * 1024;

    public static TableEntity With(this TableEntity entity, ReadOnlyMemory<byte> body)
    {
        for (var (at, part) = (0, 0); at < body.Length; at += Part, part++)
        {
            entity[Name(part)] = BinaryData.FromBytes(body.Slice(at, Math.Min(Part, body.Length - at)));
        }

        return entity;
    }

    public static ReadOnlyMemory<byte> Body(this TableEntity entity)
    {
        if (!entity.ContainsKey(Name(1)))
        {
            return entity.GetBinary(Name(0));
        }

        using var body = new MemoryStream();
        for (var part = 0; entity.GetBinary(Name(part)) is { } bytes; part++)
        {
            body.Write(bytes);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static string Name(int part) => string.Create(CultureInfo.InvariantCulture, $"Body{part:D2}");
}
