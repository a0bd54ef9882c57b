"""Measure many recordings on a Spark cluster: names go through the program by `pipe`, a line of JSON comes back for each.

  spark-submit spark_pipe.py LIST OUTPUT [PARTS]

LIST has a recording a line, as all workers see them; the lines in OUTPUT/part-* stand in its order, into however many
parts it was cut. STARPACE names the program where it is not in the workers' PATH.
"""
import os
import shlex
import sys

from pyspark.sql import SparkSession


def main(names, output, parts=8):
    spark = SparkSession.builder.appName("StarPace").getOrCreate()
    command = shlex.join([os.environ.get("STARPACE", "starpace"), "analyze", "--jobs", "1", "-"])
    # Not checkCode: a recording that cannot be read has a line with its error, and the others are measured.
    lines = spark.sparkContext.textFile(names, int(parts)).pipe(command, env=dict(os.environ))
    lines.saveAsTextFile(output)
    table = spark.read.json(output)
    table.selectExpr("count(file) as recordings", "round(sum(speech_time_s) / 3600, 2) as hours_of_speech").show()
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
