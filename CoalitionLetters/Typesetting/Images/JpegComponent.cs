namespace CoalitionLetters.Typesetting.Images;

/// <summary>One color of a JPEG: how finely it is sampled, and what its scans have told so far.</summary>
/// <param name="across">Samples in a row for those of the others, 1 to 4.</param>
/// <param name="down">Likewise from above to below.</param>
internal sealed class JpegComponent(byte id, int across, int down, int quantization)
{
    private const int Coefficients = 64;

    /// <summary>By coefficient: the bits not yet told, or -1 where nothing is.</summary>
    private readonly int[] missingBits = [.. Enumerable.Repeat(-1, Coefficients)];

    public byte Id => id;

    public int Across => across;

    public int Down => down;

    public int Quantization => quantization;

    /// <summary>Of 8 by 8 samples, in a scan of this component alone.</summary>
    public int BlocksAcross { get; private set; }

    public int BlocksDown { get; private set; }

    /// <summary>In a scan of several components, which fills its units up.</summary>
    public int StoredBlocksAcross { get; private set; }

    /// <summary>Of a progressive picture, by block: which coefficients are not zero, a bit for each. A later scan has a bit for each of them.</summary>
    public ulong[] Known { get; private set; } = [];

    public bool HasScan => missingBits[0] >= 0;

    /// <param name="units">How many units of all components lie in a row and in a column.</param>
    public void Measure(JpegFrame frame, (int Across, int Down) units)
    {
        BlocksAcross = Blocks(frame.Width, across, frame.MostAcross);
        BlocksDown = Blocks(frame.Height, down, frame.MostDown);
        StoredBlocksAcross = units.Across * across;
        Known = frame.IsProgressive ? new ulong[StoredBlocksAcross * units.Down * down] : [];
    }

    /// <summary>Notes what a scan tells of the coefficients from the first to the last.</summary>
    /// <returns>False where it does not go on from what the scans before it told.</returns>
    public bool TryTell(int first, int last, int high, int low)
    {
        if (first > 0 && !HasScan)
        {
            return false;
        }

        for (var at = first; at <= last; at++)
        {
            if (high != (missingBits[at] < 0 ? 0 : missingBits[at]) || (high == 0 && missingBits[at] >= 0))
            {
                return false;
            }

            missingBits[at] = low;
        }

        return true;
    }

    private static int Blocks(int pixels, int samples, int most) => (((pixels * samples) + most - 1) / most + 7) / 8;
}
