using System.Numerics;

namespace VksServerless.Figures;

/// <summary>Who has a value: a bit for every place.</summary>
internal sealed class Presence(int places)
{
    private const int Bits = 64;
    private readonly ulong[] _words = new ulong[(places / Bits) + 1];

    public void Add(int place) => _words[place / Bits] |= 1UL << (place % Bits);

    public int Count(Range places)
    {
        var (from, to) = (places.Start.Value, places.End.Value);
        if (from >= to)
        {
            return 0;
        }

        var (first, last) = (from / Bits, to / Bits);
        var (head, tail) = (ulong.MaxValue << (from % Bits), (1UL << (to % Bits)) - 1);
        if (first == last)
        {
            return BitOperations.PopCount(_words[first] & head & tail);
        }

        var count = BitOperations.PopCount(_words[first] & head) + BitOperations.PopCount(_words[last] & tail);
        for (var word = first + 1; word < last; word++)
        {
            count += BitOperations.PopCount(_words[word]);
        }

        return count;
    }
}
