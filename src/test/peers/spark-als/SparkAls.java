import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Spark MLlib's implicit ALS on a binary matrix. Arguments: a file of pairs row, column (big-endian
 * int32), one for the columns' vectors, rank, alpha, lambda, iterations, seed, rounds, threads.
 * Prints seconds by the clock and of the processor, a line a round. Started from its source.
 */
public final class SparkAls {
    private SparkAls() {}

    public static void main(String[] args) throws IOException {
        SparkSession spark =
                SparkSession.builder()
                        .master("local[" + args[8] + "]")
                        .config("spark.ui.enabled", false)
                        .config("spark.driver.host", "127.0.0.1")
                        .config("spark.driver.bindAddress", "127.0.0.1")
                        .config("spark.sql.shuffle.partitions", args[8])
                        .config("spark.default.parallelism", args[8])
                        .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        Dataset<Row> ratings = ratings(spark, Path.of(args[0])).coalesce(1).cache();
        long count = ratings.count();
        int blocks = Integer.parseInt(args[8]);
        ALS als =
                new ALS()
                        .setImplicitPrefs(true)
                        .setUserCol("row")
                        .setItemCol("column")
                        .setRatingCol("value")
                        .setRank(Integer.parseInt(args[2]))
                        .setAlpha(Double.parseDouble(args[3]))
                        .setRegParam(Double.parseDouble(args[4]))
                        .setMaxIter(Integer.parseInt(args[5]))
                        .setSeed(Long.parseLong(args[6]))
                        .setNumBlocks(blocks);
        List<Row> factors = List.of();
        for (int round = 0; round < Integer.parseInt(args[7]); round++) {
            long begun = System.nanoTime();
            double cpu = cpu();
            ALSModel model = als.fit(ratings);
            factors = model.itemFactors().collectAsList();
            System.out.printf(
                    "round %.3f %.3f %d%n",
                    (System.nanoTime() - begun) / 1e9, cpu() - cpu, count);
        }
        write(factors, Path.of(args[1]));
        spark.stop();
    }

    private static Dataset<Row> ratings(SparkSession spark, Path file) throws IOException {
        IntBuffer pairs = ByteBuffer.wrap(Files.readAllBytes(file)).asIntBuffer();
        List<Row> rows = new ArrayList<>();
        while (pairs.hasRemaining()) {
            rows.add(RowFactory.create(pairs.get(), pairs.get(), 1f));
        }
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add("row", DataTypes.IntegerType)
                        .add("column", DataTypes.IntegerType)
                        .add("value", DataTypes.FloatType));
    }

    /** Each: the column, then its vector. */
    private static void write(List<Row> factors, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (Row row : factors) {
                out.writeInt(row.getInt(0));
                for (Object value : row.getList(1)) {
                    out.writeFloat((Float) value);
                }
            }
        }
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
